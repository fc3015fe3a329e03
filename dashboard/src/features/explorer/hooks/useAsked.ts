import { useCallback, useMemo, useState } from 'react';
import { now } from '../../../lib/time/clock';
import type { AbsoluteRange, TimeRange } from '../../../lib/time/range';
import { askedRange } from '../model/selection';

function askedNow(range: TimeRange) {
  return { range, now: now() };
}

/** The moments that `range` means since it was chosen, or since it was last asked again. */
export function useAsked(range: TimeRange): [AbsoluteRange, () => void] {
  const [asked, setAsked] = useState(() => askedNow(range));
  if (JSON.stringify(asked.range) !== JSON.stringify(range)) setAsked(askedNow(range));
  const moments = useMemo(() => askedRange(asked.range, asked.now), [asked]);
  const ask = useCallback(() => setAsked((before) => askedNow(before.range)), []);
  return [moments, ask];
}
