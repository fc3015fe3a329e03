import type { AbsoluteRange } from '../../../lib/time/range';
import { writeState } from '../../../lib/url/codec';
import { VIEW, type View } from './view';

/** The address of what is seen now, which shows the same at any time. */
export function sharedAddress(view: View, range: AbsoluteRange): string {
  const search = writeState(VIEW, { ...view, time: range, live: false });
  return `${window.location.origin}/explorer?${search}`;
}
