const UNITS: Record<string, number> = {
  '': 1,
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  pb: 1e15,
};

/** The bytes that `10 GB` or `500000` says; null for none, NaN if it says no amount. */
export function parseBytes(text: string): number | null {
  const trimmed = text.trim().toLowerCase().replaceAll(',', '');
  if (trimmed === '') return null;
  const match = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/.exec(trimmed);
  const bytes = Number(match?.[1] ?? NaN) * (UNITS[match?.[2] ?? ''] ?? NaN);
  return Number.isSafeInteger(Math.round(bytes)) ? Math.round(bytes) : NaN;
}

/** The whole number that `1,000,000` says; null for none, NaN if it says no number. */
export function parseCount(text: string): number | null {
  const trimmed = text.trim().replaceAll(',', '');
  if (trimmed === '') return null;
  const count = /^\d+$/.test(trimmed) ? Number(trimmed) : NaN;
  return Number.isSafeInteger(count) ? count : NaN;
}
