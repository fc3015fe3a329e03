/** A piece of a template: what the program always says, or a typed place for what varies. */
export interface TemplatePiece {
  readonly text: string;
  readonly slot: SlotKind | null;
}

/** What kind of thing varies, as far as colours tell it. */
export type SlotKind = 'number' | 'time' | 'identity' | 'place' | 'other';

const SLOTS: Record<string, SlotKind> = {
  num: 'number',
  size: 'number',
  bool: 'number',
  version: 'number',
  null: 'number',
  time: 'time',
  dur: 'time',
  id: 'identity',
  uuid: 'identity',
  hex: 'identity',
  email: 'identity',
  mac: 'identity',
  secret: 'identity',
  ip: 'place',
  path: 'place',
  url: 'place',
  text: 'other',
  list: 'other',
  blob: 'other',
  stack: 'other',
  '...': 'other',
  '*': 'other',
};

const PLACEHOLDER = new RegExp(
  `<(${Object.keys(SLOTS)
    .map((name) => name.replace(/[*.]/g, '\\$&'))
    .join('|')})>`,
  'g',
);

/**
 * Cuts a template at its placeholders. Joined, the pieces are the template. What a program wrote that looks
 * like a placeholder cannot be told from one.
 */
export function templatePieces(template: string): TemplatePiece[] {
  const found: TemplatePiece[] = [];
  let end = 0;
  for (const match of template.matchAll(PLACEHOLDER)) {
    if (match.index > end) found.push({ text: template.slice(end, match.index), slot: null });
    found.push({ text: match[0], slot: SLOTS[match[1] ?? ''] ?? 'other' });
    end = match.index + match[0].length;
  }
  if (end < template.length) found.push({ text: template.slice(end), slot: null });
  return found;
}
