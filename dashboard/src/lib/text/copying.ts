/** Marks that stand for a character tell it by this attribute. */
export const ORIGINAL = 'data-original';

/**
 * What is selected as it was written: where marks stand for hidden characters, those. Null if it has no
 * such marks, so that the browser copies as it always does.
 */
export function originalOf(selection: Selection): string | null {
  if (selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const { commonAncestorContainer: within } = range;
  const root = within instanceof Element ? within : within.parentElement;
  const marks = [...(root?.querySelectorAll<HTMLElement>(`[${ORIGINAL}]`) ?? [])].filter((mark) =>
    range.intersectsNode(mark),
  );
  if (marks.length === 0) return null;
  const texts = marks.flatMap(({ firstChild }) => (firstChild instanceof Text ? [firstChild] : []));
  const shown = texts.map(({ nodeValue }) => nodeValue);
  const { startContainer, startOffset, endContainer, endOffset } = range;
  // A mark is selected as a whole; an end within its text would not outlive that the text changes.
  if (marks.some((mark) => mark.contains(startContainer))) range.setStartBefore(startContainer);
  if (marks.some((mark) => mark.contains(endContainer))) range.setEndAfter(endContainer);
  // Placeholders of a length of their own, as browsers drop some of the characters themselves.
  texts.forEach((text, at) => (text.nodeValue = placeholder(at)));
  const selected = selection.toString();
  texts.forEach((text, at) => (text.nodeValue = shown[at] ?? ''));
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return selected.replace(PLACEHOLDER, (_, at: string) => originalAt(marks, Number(at)));
}

/* Of the private use area, in which nobody writes a number. */
const PLACEHOLDER = /\ue5a1(\d+)\ue5a2/g;
const placeholder = (at: number) => `\ue5a1${at}\ue5a2`;

function originalAt(marks: readonly HTMLElement[], at: number): string {
  return marks[at]?.getAttribute(ORIGINAL) ?? '';
}

/** Has selections copied as they were written, until the answer is called. */
export function copyOriginals(): () => void {
  const copy = (event: ClipboardEvent) => {
    const selection = window.getSelection();
    const original = selection && originalOf(selection);
    if (original === null || event.defaultPrevented) return;
    event.clipboardData?.setData('text/plain', original);
    event.preventDefault();
  };
  document.addEventListener('copy', copy);
  return () => document.removeEventListener('copy', copy);
}
