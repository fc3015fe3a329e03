/** What is being typed where the caret is: the name of a field, or a value of one. */
export interface Typed {
  /** The field whose value is typed; null while a name is. */
  readonly field: string | null;
  /** What is there of it. */
  readonly part: string;
  /** Where it begins. */
  readonly from: number;
}

/** What can be completed before the caret; null if nothing can. */
export function typedAt(text: string, caret: number): Typed | null {
  const before = text.slice(0, caret);
  // Within quotes anything may stand, of which nothing is known.
  const value = /(?:^|[\s(])([\w.\-/]+)\s*!?=\s*([^\s"(),=]*)$/.exec(before);
  if (value) {
    const [, field = '', part = ''] = value;
    return { field, part, from: caret - part.length };
  }
  if ((before.match(/(?<!\\)"/g)?.length ?? 0) % 2 === 1) return null;
  const name = /(?:^|[\s(])([A-Za-z_][\w.\-/]*)$/.exec(before);
  if (!name?.[1] || /[=<>]\s*$/.test(before.slice(0, caret - name[1].length))) return null;
  return { field: null, part: name[1], from: caret - name[1].length };
}

/** The candidates that hold what is typed, those first that begin with it. */
export function matching<T extends { readonly text: string }>(
  candidates: readonly T[],
  part: string,
  most: number,
): T[] {
  const wanted = part.toLowerCase();
  const rank = ({ text }: T) => {
    const name = text.toLowerCase().replace(/^"?(?:attributes|resource)\./, '');
    return name.startsWith(wanted) || text.toLowerCase().startsWith(wanted) ? 0 : 1;
  };
  return candidates
    .filter(({ text }) => text.toLowerCase().includes(wanted) && text !== part)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, most);
}
