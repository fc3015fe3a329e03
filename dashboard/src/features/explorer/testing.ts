import type { LogRecord } from './model/rows';

/** A record for tests. */
export function aRecord(told: Partial<LogRecord> = {}): LogRecord {
  return {
    id: '00000000000FXG000014000M9B',
    timestamp: '2026-11-22T05:17:50.183078209Z',
    observed_timestamp: '2026-11-22T05:17:50.184000000Z',
    severity_number: 9,
    severity_text: 'INFO',
    severity_inferred: false,
    body: 'paid',
    attributes: {},
    resource: { 'service.name': 'checkout' },
    scope: { name: null, version: null, attributes: {} },
    event_name: null,
    trace_id: null,
    span_id: null,
    trace_flags: 0,
    dropped_attributes_count: 0,
    template_id: '6c8ece5e09929ead',
    sampling: { threshold: '0', reason: 'no_policy', adjusted_count: 1 },
    receiver: 'http',
    level: 'INFO',
    service: 'checkout',
    message: 'paid',
    ...told,
  };
}
