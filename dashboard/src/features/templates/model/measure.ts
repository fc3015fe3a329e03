import { formatBytes, formatCompact, formatDuration } from '../../../lib/format/numbers';
import type { components } from '../../../lib/api/schema';

export type Measure = components['schemas']['VariableMeasure'];
export type Variable = components['schemas']['TemplateVariable'];
export type VariableList = components['schemas']['VariableList'];

const SIGNIFICANT = 3;
const MOST_SIGNIFICANT = 9;

/** A measured value with its unit, of those that the API measures by. */
export function formatMeasure(value: number, unit: string): string {
  if (unit === 'By') return formatBytes(value);
  if (unit !== 'ns') return Math.abs(value) < 10_000 ? String(round(value)) : formatCompact(value);
  if (value < 1000) return `${round(value)} ns`;
  if (value < 1e6) return `${round(value / 1e3)} \u00b5s`;
  return value < 1e9 ? `${round(value / 1e6)} ms` : formatDuration(value / 1e6);
}

/** Some values as `formatMeasure` has them; with more digits, where values that differ would look the same. */
export function formatMeasures(values: readonly number[], unit: string): string[] {
  const different = new Set(values).size;
  let told = values.map((value) => formatMeasure(value, unit));
  for (let digits = SIGNIFICANT + 1; unit === '1' && digits <= MOST_SIGNIFICANT; digits++) {
    if (new Set(told).size === different) break;
    told = values.map((value) => formatCompact(value, digits));
  }
  return told;
}

/** Where between the least and the most a value is, from 0 to 1; by powers if they are far apart. */
export function scaleOf({ min, max }: Pick<Measure, 'min' | 'max'>) {
  const isLogarithmic = min > 0 && max / min > 100;
  const place = (value: number) => (isLogarithmic ? Math.log(value) : value);
  const length = place(max) - place(min);
  return {
    isLogarithmic,
    at: (value: number) =>
      length > 0 ? Math.min(Math.max((place(value) - place(min)) / length, 0), 1) : 0.5,
  };
}

function round(value: number): number {
  return Number(value.toPrecision(SIGNIFICANT));
}
