/*
 * A number of JSON may have more digits than a number of JavaScript. Records come with such: 64-bit ids and
 * counters. Browsers tell the digits as they were written, and take them so (`source` of a reviver, and
 * JSON.rawJSON, which came together), so whole numbers that would be rounded become a BigInt.
 */
interface Context {
  readonly source?: string;
}

interface Raw {
  readonly rawJSON?: (text: string) => unknown;
}

/* Where no number is as long, there is nothing to lose, and no reviver to wait for. */
const LONG_NUMBER = /[:,[\s]-?\d{16}|^-?\d{16}/;
const WHOLE = /^-?\d+$/;

/** What JSON says, to the last digit of whole numbers, where the browser can tell them. */
export function parseExactly(text: string): unknown {
  if (!LONG_NUMBER.test(text)) return JSON.parse(text);
  return JSON.parse(text, function (_key: string, value: unknown, context?: Context) {
    return exact(value, context?.source);
  } as (key: string, value: unknown) => unknown);
}

/** The value that was written as `source`. */
export function exact(value: unknown, source: string | undefined): unknown {
  if (typeof value !== 'number' || source === undefined || Number.isSafeInteger(value))
    return value;
  return WHOLE.test(source) ? BigInt(source) : value;
}

/** The JSON of `value`, with all digits. */
export function writeExactly(value: unknown, indent?: number): string {
  const { rawJSON = String } = JSON as Raw;
  return JSON.stringify(
    value,
    (_, each: unknown) => (typeof each === 'bigint' ? rawJSON(String(each)) : each),
    indent,
  );
}
