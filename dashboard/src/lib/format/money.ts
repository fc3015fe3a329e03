import type { Price } from '../api/price';

const BYTES_PER_GB = 1e9;

/** What `bytes` cost, as `€0.32`; null where no price is set. What is not nothing is not shown as nothing. */
export function formatCost(bytes: number, { per_gb: perGb, currency }: Price): string | null {
  if (perGb === null || currency === null) return null;
  const cost = (bytes / BYTES_PER_GB) * perGb;
  const format = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    ...(cost >= 1000 && { notation: 'compact', maximumSignificantDigits: 3 }),
  });
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  const least = 10 ** -maximumFractionDigits;
  return cost > 0 && cost < least ? `< ${format.format(least)}` : format.format(cost);
}
