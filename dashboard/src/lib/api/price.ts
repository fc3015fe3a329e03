import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './client';
import type { components } from './schema';

export type Price = components['schemas']['Price'];

/** What a gigabyte of records costs, if that is set. */
export const priceQuery = queryOptions({
  queryKey: ['price'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/settings/price', { signal })),
});
