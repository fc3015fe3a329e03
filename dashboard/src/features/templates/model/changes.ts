import type { components } from '../../../lib/api/schema';
import { formatCount } from '../../../lib/format/numbers';

export type TemplateDiff = components['schemas']['TemplateDiff'];
export type TemplateChange = components['schemas']['TemplateChange'];

/** Templates of one kind of change. */
export interface ChangeGroup {
  readonly name: string;
  readonly meaning: string;
  readonly changes: readonly TemplateChange[];
  /** How many more there are. */
  readonly more: number;
}

/** New ones first, then those that are gone, then those of which there are more or fewer. */
export function changeGroups(diff: TemplateDiff): ChangeGroup[] {
  const { counts, new_patterns: fresh, gone_patterns: gone, shifted_patterns: shifted } = diff;
  const count = (kind: string) => counts[kind] ?? 0;
  const group = (
    name: string,
    meaning: string,
    changes: readonly TemplateChange[],
    all: number,
    weight: (change: TemplateChange) => number,
  ) => ({
    name,
    meaning,
    changes: changes.toSorted((a, b) => weight(b) - weight(a)),
    more: Math.max(all - changes.length, 0),
  });
  return [
    group('New', 'not there before', fresh, count('new'), (change) => change.count),
    group('Gone', 'not there any more', gone, count('gone'), (change) => change.base_count),
    group(
      'Changed',
      'more or fewer, for the size of the two times',
      shifted,
      count('more') + count('less'),
      (change) => Math.abs(Math.log(change.ratio)),
    ),
  ];
}

/** `1 new, 0 gone, 3 changed; 161 as before, 76 too rare to say`. */
export function describeCounts({ counts }: Pick<TemplateDiff, 'counts'>): string {
  const count = (...kinds: string[]) =>
    formatCount(kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0));
  return (
    `${count('new')} new, ${count('gone')} gone, ${count('more', 'less')} changed; ` +
    `${count('same')} as before, ${count('unsure')} too rare to say`
  );
}

/** `3.2 ×`, `0.4 ×`. */
export function formatRatio(ratio: number): string {
  const digits = ratio >= 100 ? formatCount(ratio) : String(Number(ratio.toPrecision(2)));
  return `${digits} \u00d7`;
}
