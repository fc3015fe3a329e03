/** The six levels that severities are spoken of by, from the least to the worst. */
export const LEVELS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'] as const;
export type Level = (typeof LEVELS)[number];

/** What a record is of whose severity nobody told; also the name of its group in counts. */
export const UNSPECIFIED = 'UNSPECIFIED';
export type Severity = Level | typeof UNSPECIFIED;

/** The level of a `severity_number`: 1 to 24, four to a level; anything else is unspecified. */
export function severityOfNumber(severityNumber: number | null | undefined): Severity {
  if (severityNumber == null || severityNumber < 1 || severityNumber > 24) return UNSPECIFIED;
  return LEVELS[Math.floor((severityNumber - 1) / 4)] ?? UNSPECIFIED;
}

/** Whether a `severity_number` is of ERROR or FATAL. */
export function isBad(severityNumber: number): boolean {
  return severityNumber >= 17;
}

/** The level that `name` means: `ERROR2` and `error` are of ERROR. */
export function severityOfName(name: string): Severity {
  const upper = name.toUpperCase().replace(/[2-4]$/, '');
  return LEVELS.find((level) => level === upper) ?? UNSPECIFIED;
}

/** Its colour, as a CSS value that follows light and dark. */
export function severityColor(severity: Severity): string {
  return `var(--severity-${severity.toLowerCase()})`;
}
