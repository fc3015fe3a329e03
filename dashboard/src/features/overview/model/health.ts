import type { components } from '../../../lib/api/schema';

const HEALTHY = 'healthy';

/** What does not work, in words; nothing, if all does. */
export function troubles(health: components['schemas']['Health']): string[] {
  const found = Object.entries(health.dependencies)
    .filter(([, state]) => state !== HEALTHY)
    .map(([name, reason]) => `${name}: ${reason}`);
  if (health.accounts !== 'complete')
    found.push('the ledger or the templates are incomplete since the start');
  if (found.length === 0 && health.status !== HEALTHY) found.push(health.status);
  return found;
}
