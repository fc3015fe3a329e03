const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** `1,234,567` */
export function formatCount(count: number): string {
  return whole.format(count);
}

const compact = new Map<number, Intl.NumberFormat>();

/** `1.23M`, where there is little room; the whole number belongs into a title. */
export function formatCompact(count: number, digits = 3): string {
  let format = compact.get(digits);
  if (format === undefined) {
    format = new Intl.NumberFormat('en-US', {
      notation: 'compact',
      maximumSignificantDigits: digits,
    });
    compact.set(digits, format);
  }
  return format.format(count);
}

const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** `268 MB`, by powers of a thousand, as disks and bills are counted. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  // 999.5 would be shown as 1000.
  while (Math.abs(value) >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit === 0 || Math.abs(value) >= 99.95 ? 0 : 1;
  return `${value.toFixed(digits)} ${BYTE_UNITS[unit] ?? ''}`;
}

/** `5.2 %`; what is not nothing is not shown as nothing, and what is not all not as all. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) return '< 0.1 %';
  if (percent < 100 && percent > 99.9) return '> 99.9 %';
  return `${percent === 0 || percent >= 10 ? Math.round(percent) : percent.toFixed(1)} %`;
}

/** `99.6/s` */
export function formatRate(perSecond: number): string {
  return `${perSecond >= 100 ? formatCompact(perSecond) : Number(perSecond.toPrecision(3))}/s`;
}

/** `3 d 4 h`, `2 min 5 s`, `12 ms`: the two largest units of a length. */
export function formatDuration(millis: number): string {
  if (millis < 1000) return `${Math.round(millis)} ms`;
  let rest = Math.round(millis / 1000);
  const parts: string[] = [];
  for (const [name, seconds] of [
    ['d', 86_400],
    ['h', 3600],
    ['min', 60],
    ['s', 1],
  ] as const) {
    const count = Math.floor(rest / seconds);
    rest -= count * seconds;
    if (count > 0) parts.push(`${count} ${name}`);
    else if (parts.length > 0) break;
  }
  return parts.slice(0, 2).join(' ');
}

/** `1 record`, `2 records`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
