import { choice, timeRange } from '../../../lib/url/codec';
import { DEFAULT_RANGE } from '../../../lib/time/range';

/** What of the overview is in its address. */
export const overviewState = {
  time: timeRange(DEFAULT_RANGE),
  by: choice(['severity', 'service'], 'severity'),
};
