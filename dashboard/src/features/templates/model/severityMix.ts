import { formatShare } from '../../../lib/format/numbers';
import { LEVELS, type Severity, severityOfName, UNSPECIFIED } from '../../../lib/severity';

export interface MixPart {
  readonly severity: Severity;
  readonly count: number;
  readonly share: number;
}

/** What severities records have, the worst first. */
export function severityMix(severities: Readonly<Record<string, number>>): MixPart[] {
  const counts = new Map<Severity, number>();
  for (const [name, count] of Object.entries(severities)) {
    const severity = severityOfName(name);
    counts.set(severity, (counts.get(severity) ?? 0) + count);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const worstFirst: readonly Severity[] = [...LEVELS.toReversed(), UNSPECIFIED];
  return worstFirst.flatMap((severity) => {
    const count = counts.get(severity) ?? 0;
    return count > 0 ? [{ severity, count, share: count / total }] : [];
  });
}

/** `3.6 % ERROR, 96 % INFO` */
export function describeMix(mix: readonly MixPart[]): string {
  return mix.length === 0
    ? 'no records'
    : mix.map(({ severity, share }) => `${formatShare(share)} ${severity}`).join(', ');
}
