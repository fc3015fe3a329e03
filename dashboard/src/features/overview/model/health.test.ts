import { expect, test } from 'vitest';
import { troubles } from './health';

const health = {
  status: 'healthy',
  service: 'winnow',
  version: '1',
  dependencies: { disk: 'healthy', store: 'healthy' },
  accounts: 'complete',
  uptime_seconds: 5,
  metrics: { requests_total: 1, errors_total: 0 },
};

test('says nothing where nothing is wrong', () => {
  expect(troubles(health)).toEqual([]);
});

test('names what is wrong, and why', () => {
  const dependencies = { disk: 'only 3 MB are free', store: 'healthy' };
  expect(troubles({ ...health, status: 'degraded', dependencies })).toEqual([
    'disk: only 3 MB are free',
  ]);
  expect(troubles({ ...health, accounts: 'incomplete' })).toHaveLength(1);
  expect(troubles({ ...health, status: 'degraded' })).toEqual(['degraded']);
});
