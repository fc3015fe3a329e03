import { type SlotKind, templatePieces } from '../../../lib/text/template';

/** One of the places of a template where something varies. */
export interface Place {
  /** Counted from 1. */
  readonly number: number;
  /** Such as `<num>`. */
  readonly placeholder: string;
  readonly kind: SlotKind;
  /** What the template says around it. */
  readonly before: string;
  readonly after: string;
}

const AROUND = 24;

/** The places of a template, in their order. */
export function placesOf(template: string): Place[] {
  const pieces = templatePieces(template);
  const places: Place[] = [];
  pieces.forEach(({ text, slot }, index) => {
    if (slot === null) return;
    places.push({
      number: places.length + 1,
      placeholder: text,
      kind: slot,
      before: lineEnd(textAt(pieces, index - 1)).slice(-AROUND),
      after: lineStart(textAt(pieces, index + 1)).slice(0, AROUND),
    });
  });
  return places;
}

function textAt(pieces: ReturnType<typeof templatePieces>, index: number): string {
  const piece = pieces[index];
  return piece?.slot === null ? piece.text : '';
}

function lineEnd(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}

function lineStart(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
