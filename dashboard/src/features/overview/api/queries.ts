import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api/client';

const INTERVAL_MILLIS = 10_000;

/** The account of all records of this tenant. */
export const ledgerQuery = queryOptions({
  queryKey: ['ledger'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/ledger', { signal })),
  refetchInterval: INTERVAL_MILLIS,
});
