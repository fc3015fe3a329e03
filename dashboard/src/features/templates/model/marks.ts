import { type SlotKind, templatePieces, type TemplatePiece } from '../../../lib/text/template';

/** A piece of a record's text: what the template always says, or what it held in one of its places. */
export interface Mark {
  readonly text: string;
  readonly slot: SlotKind | null;
  /** Such as `<num>`. */
  readonly placeholder: string;
}

/**
 * Marks in `text` what the places of `template` hold, as far as it can be told: `text` may differ from
 * the template in white space, or have the members of a structure in another order. Joined, the marks
 * are the text.
 */
export function marksOf(template: string, text: string): Mark[] {
  const pieces = templatePieces(template);
  return inOrder(pieces, text) ?? byKeys(pieces, text) ?? [plain(text)];
}

/** Finds what the template says, one after the other; what is between are values. */
function inOrder(pieces: readonly TemplatePiece[], text: string): Mark[] | null {
  const marks: Mark[] = [];
  let open: TemplatePiece | null = null;
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    if (piece.slot !== null) {
      // Of two places with nothing between them nobody knows where one ends.
      if (open) return null;
      open = piece;
      continue;
    }
    const isLast = index === pieces.length - 1;
    const found = find(piece.text, text, open ? at + 1 : at, isLast);
    if (!found || (!open && found.from !== at)) return null;
    if (open) marks.push(value(open, text.slice(at, found.from)));
    marks.push(plain(text.slice(found.from, found.to)));
    open = null;
    at = found.to;
  }
  if (open && at < text.length) marks.push(value(open, text.slice(at)));
  else if (open || text.slice(at).trim() !== '') return null;
  else marks.push(plain(text.slice(at)));
  return marks;
}

/* Templates have no characters that cannot be seen. */
const BLANK = '[\\s\\p{Cc}\\p{Cf}]+';

function find(words: string, text: string, from: number, isLast: boolean) {
  const source = words.split(/\s+/).map(escaped).join(BLANK);
  const pattern = new RegExp(isLast ? `${source}(?:${BLANK})?$` : source, 'gu');
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match && { from: match.index, to: match.index + match[0].length };
}

/** Finds `key=value` and `"key":value` by the keys that the template gives. */
function byKeys(pieces: readonly TemplatePiece[], text: string): Mark[] | null {
  const found: { readonly from: number; readonly to: number; readonly piece: TemplatePiece }[] = [];
  pieces.forEach((piece, index) => {
    const before = index === 0 ? '' : (pieces[index - 1]?.text ?? '');
    const key = /(?:"((?:[^"\\]|\\.)+)":|(?:^|\s)([\w.-]+)=)$/.exec(before);
    const name = key?.[1] ?? key?.[2];
    if (piece.slot === null || name === undefined) return;
    const member = new RegExp(
      `(?:"${escaped(name)}"\\s*:\\s*|(?:^|\\s)${escaped(name)}=)("(?:[^"\\\\]|\\\\.)*"|[^\\s,}]+)`,
    ).exec(text);
    if (!member) return;
    const to = member.index + member[0].length;
    found.push({ from: to - (member[1]?.length ?? 0), to, piece });
  });
  if (found.length === 0) return null;
  const marks: Mark[] = [];
  let at = 0;
  for (const { from, to, piece } of found.toSorted((a, b) => a.from - b.from)) {
    if (from < at) continue;
    marks.push(plain(text.slice(at, from)), value(piece, text.slice(from, to)));
    at = to;
  }
  return [...marks, plain(text.slice(at))];
}

function plain(text: string): Mark {
  return { text, slot: null, placeholder: '' };
}

function value(piece: TemplatePiece, text: string): Mark {
  return { text, slot: piece.slot, placeholder: piece.text };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
