import type { components } from '../../../lib/api/schema';

export type Token = components['schemas']['Token'];

/** Whether a token is accepted, and if not, why. */
export type Standing = 'active' | 'expired' | 'revoked';

export function standing({ revoked, expires }: Token, now: number): Standing {
  if (revoked !== null) return 'revoked';
  return expires !== null && Date.parse(expires) <= now ? 'expired' : 'active';
}

/** The moment `days` from `now`, as the API takes it; null for never. */
export function expiry(days: number | null, now: number): string | null {
  return days === null ? null : new Date(now + days * 86_400_000).toISOString();
}
