import { useCallback, useMemo, useState } from 'react';
import { now } from '../../../lib/time/clock';
import type { AbsoluteRange, TimeRange } from '../../../lib/time/range';
import { useZone, type Zone } from '../../../lib/time/zone';
import { askedRange } from '../model/selection';

function askedNow(range: TimeRange, zone: Zone) {
  return { range, zone, now: now() };
}

/** The moments that `range` means since it or the zone of its days was chosen, or since it was last asked again. */
export function useAsked(range: TimeRange): [AbsoluteRange, () => void] {
  const zone = useZone();
  const [asked, setAsked] = useState(() => askedNow(range, zone));
  const isOther = JSON.stringify(asked.range) !== JSON.stringify(range);
  if (isOther || (range.kind === 'day' && asked.zone !== zone)) setAsked(askedNow(range, zone));
  const moments = useMemo(() => askedRange(asked.range, asked.now), [asked]);
  const ask = useCallback(() => setAsked((before) => askedNow(before.range, before.zone)), []);
  return [moments, ask];
}
