import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TimeRange } from '../../../lib/time/range';
import { histogramQuery } from '../api/queries';
import { FAILED } from '../model/failing';

type Volume = NonNullable<ReturnType<typeof useVolume>['data']>;

function useVolume(time: TimeRange, query?: string) {
  return useQuery(histogramQuery(time, 'service', query));
}

/**
 * The errors of each service beside all of its records. Both are of one time, also while those of another
 * are asked for: the share of an hour's errors in a day's records would mean nothing.
 */
export function useFailing(time: TimeRange) {
  const errors = useVolume(time, FAILED);
  const all = useVolume(time);
  const [known, setKnown] = useState<{ errors: Volume; all: Volume } | null>(null);
  const isStale = errors.isPlaceholderData || all.isPlaceholderData;
  const areBoth = errors.data !== undefined && all.data !== undefined && !isStale;
  if (areBoth && (known?.errors !== errors.data || known.all !== all.data)) {
    setKnown({ errors: errors.data, all: all.data });
  }
  return { errors, all, known, isStale };
}
