import { expect, test } from 'vitest';
import { formatOffset, type LogRecord, place, traceOf } from './trace';

function said(service: string, time: string, severity: number, span: string | null = null) {
  const record = { service, severity_number: severity, span_id: span };
  return { ...record, timestamp: `2026-11-22T06:21:38.${time}Z` } as LogRecord;
}

test('tells what each service said, and when', () => {
  const trace = traceOf([
    said('auth', '683026000', 17, 's1'),
    said('catalog', '683526500', 9, 's2'),
    said('auth', '693026000', 9, 's1'),
  ]);
  expect(trace.millis).toBeCloseTo(10);
  expect(trace.lanes.map(({ name, worst }) => `${name} ${worst}`)).toEqual([
    'auth ERROR',
    'catalog INFO',
  ]);
  expect(trace.lanes[0]?.spans).toEqual([{ name: 's1', from: 0, to: trace.millis }]);
  expect(trace.entries[1]?.offset).toBeCloseTo(0.5005);
});

test('has a place for the records of one moment', () => {
  const { millis, lanes } = traceOf([said('auth', '683026000', 9)]);
  expect(millis).toBe(0);
  expect(lanes[0]?.spans).toEqual([]);
  expect(place(0, millis)).toBe(0);
  expect(traceOf([])).toEqual({ entries: [], lanes: [], millis: 0 });
});

test('tells lengths by their size', () => {
  expect([0.99999, 999.999999].map(formatOffset)).toEqual(['1 ms', '1 s']);
  expect([0, 0.5004, 12.345, 4210].map(formatOffset)).toEqual([
    '0',
    '500 \u00b5s',
    '12.3 ms',
    '4.21 s',
  ]);
});
