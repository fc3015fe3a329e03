import { LEVELS } from '../../../lib/severity';
import { DEFAULT_RANGE } from '../../../lib/time/range';
import {
  choice,
  flag,
  optionalRange,
  optionalText,
  type StateOf,
  text,
  texts,
  timeRange,
} from '../../../lib/url/codec';

/** In what order templates are listed. */
export const SORTS = ['count', 'rare', 'bytes', 'bad', 'newest', 'oldest', 'latest'] as const;
export type Sort = (typeof SORTS)[number];

/** What the address tells of the pages of templates. */
export const VIEW = {
  time: timeRange(DEFAULT_RANGE),
  service: texts(),
  level: texts(),
  find: text(),
  sort: choice(SORTS, 'count'),
  all: flag(),
  row: optionalText(),
  view: choice(['list', 'changes'], 'list'),
  before: optionalRange(),
  after: optionalRange(),
};

export type View = StateOf<typeof VIEW>;

/** Which records are looked at, as the API is asked for them. */
export function filtersOf({ service, level }: Pick<View, 'service' | 'level'>): {
  service?: string[];
  level?: string[];
} {
  const known = LEVELS.map((name) => name.toLowerCase());
  const levels = level.filter((name) => known.includes(name));
  return {
    ...(service.length > 0 && { service: [...service] }),
    ...(levels.length > 0 && { level: levels }),
  };
}

/** Whether what is shown moves on with the clock. */
export function movesOn({ time }: Pick<View, 'time'>): boolean {
  return time.kind === 'last' || (time.kind === 'day' && time.day === 'today');
}
