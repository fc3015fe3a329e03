import { useCallback, useState } from 'react';
import { now, useSkew } from '../../../lib/time/clock';
import type { AbsoluteRange, TimeRange } from '../../../lib/time/range';
import { useZone } from '../../../lib/time/zone';
import { askedRange, conditionsOf } from '../model/selection';
import type { View } from '../model/view';

/** What is asked for, and the moments that it was meant for when it was. */
interface Asked {
  readonly question: string;
  readonly range: TimeRange;
  readonly moments: AbsoluteRange;
}

/**
 * The moments that the time of a view means: since it, a condition or the clock that it goes by changed, or
 * since it was last asked again. What was the last hour when a page was opened is not, an hour later.
 */
export function useAsked(view: View): [AbsoluteRange, () => void] {
  const zone = useZone();
  const skew = useSkew();
  const isFixed = view.time.kind === 'absolute';
  const clock = [view.time.kind === 'day' && zone, isFixed ? 0 : skew];
  const question = JSON.stringify([view.time, clock, conditionsOf(view)]);
  const [asked, setAsked] = useState(() => askedNow(question, view.time));
  const ask = useCallback(() => setAsked((before) => askedNow(before.question, before.range)), []);
  if (asked.question !== question) setAsked(askedNow(question, view.time));
  return [asked.moments, ask];
}

function askedNow(question: string, range: TimeRange): Asked {
  return { question, range, moments: askedRange(range, now()) };
}
