/** A filter turned into its opposite; twice gives what it was. */
export function negated(filter: string): string {
  if (filter.startsWith('not exists ')) return filter.slice('not '.length);
  if (filter.startsWith('exists ')) return `not ${filter}`;
  const wrapped = /^not \((.*)\)$/s.exec(filter);
  if (wrapped?.[1] !== undefined) return wrapped[1];
  const compared = /^((?:"(?:[^"\\]|\\.)*"|[^\s"]+)) (!?=) (.+)$/s.exec(filter);
  if (compared && isOneOperand(compared[3] ?? '')) {
    const [, field = '', sign, value = ''] = compared;
    return `${field} ${sign === '=' ? '!=' : '='} ${value}`;
  }
  return `not (${filter})`;
}

/** Whether nothing follows, such as `and` with another condition. */
function isOneOperand(text: string): boolean {
  return /^(?:"(?:[^"\\]|\\.)*"|[^\s"]+)$/s.test(text);
}
