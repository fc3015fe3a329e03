import { fieldValue } from './fields';
import type { LogRecord } from './rows';

/** More the server does not take. */
const MOST = 20;
const LONGEST = 256;
const LEFT_OUT = /^(attributes|resource|body)\../;

/** The columns that a record in brief may be without unless they are asked for. */
export function namedColumns(columns: readonly string[]): string[] {
  const known = columns.filter(
    (column) => LEFT_OUT.test(column) && new TextEncoder().encode(column).length <= LONGEST,
  );
  return [...new Set(known)].slice(0, MOST);
}

/** Whether records may have more in some of the columns than is known of them. */
export function lacksColumns(
  page: { readonly logs: readonly LogRecord[]; readonly named: readonly string[] },
  columns: readonly string[],
): boolean {
  const unasked = namedColumns(columns).filter((column) => !page.named.includes(column));
  return (
    unasked.length > 0 &&
    page.logs.some(
      (record) =>
        record.shortened && unasked.some((column) => fieldValue(record, column) === undefined),
    )
  );
}
