import { formatBytes, formatCompact, formatDuration } from '../../../lib/format/numbers';
import type { components } from '../../../lib/api/schema';

export type Measure = components['schemas']['VariableMeasure'];
export type Variable = components['schemas']['TemplateVariable'];
export type VariableList = components['schemas']['VariableList'];

/** A measured value with its unit, of those that the API measures by. */
export function formatMeasure(value: number, unit: string): string {
  if (unit === 'By') return formatBytes(value);
  if (unit !== 'ns') return Math.abs(value) < 10_000 ? String(round(value)) : formatCompact(value);
  if (value < 1000) return `${round(value)} ns`;
  if (value < 1e6) return `${round(value / 1e3)} \u00b5s`;
  return value < 1e9 ? `${round(value / 1e6)} ms` : formatDuration(value / 1e6);
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
  return Number(value.toPrecision(3));
}
