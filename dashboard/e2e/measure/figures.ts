import { appendFile } from 'node:fs/promises';

const TABLE = process.env['MEASURED'] ?? 'target/measured.md';

/** The value below which `share` of `values` are, the nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** Adds a row to the table of what was measured. */
export async function report(measure: string, reached: string, due = ''): Promise<void> {
  await appendFile(TABLE, `| ${measure} | ${reached} | ${due} |\n`);
}

/** `12 / 34 / 56`: the median, the 95th percentile and the most. */
export function spread(values: readonly number[]): string {
  return [0.5, 0.95, 1].map((share) => quantile(values, share).toFixed(0)).join(' / ');
}
