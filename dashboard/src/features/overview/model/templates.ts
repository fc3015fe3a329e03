import type { components } from '../../../lib/api/schema';
import { LEVELS, type Severity, severityOfName, UNSPECIFIED } from '../../../lib/severity';

export type Template = components['schemas']['Template'];
export type TemplateDiff = components['schemas']['TemplateDiff'];

/** Of how many records at most a template is rare. */
export const RARE = 10;

/** The severity that most records of a template have; of as many, the worse. */
export function usualSeverity(severities: Readonly<Record<string, number>>): Severity {
  const names = Object.keys(severities).toSorted(
    (a, b) => (severities[b] ?? 0) - (severities[a] ?? 0) || badness(b) - badness(a),
  );
  return names[0] === undefined ? UNSPECIFIED : severityOfName(names[0]);
}

function badness(name: string): number {
  return LEVELS.findIndex((level) => level === severityOfName(name));
}
