import { type RefObject, useLayoutEffect, useRef } from 'react';

/* Not what takes in text, as who goes on typing would change it. */
const CONTROL = 'a[href], button:not(:disabled)';

/* Items that are taken away together must not hand it to each other. */
const LEAVING = 'data-leaving';

/**
 * Hands the focus on when the item of a list that has it is taken away: to the one before, or else the next
 * one, or else the page. It goes to the last of an item's controls, which does the same in all of them. Left
 * alone it would go to the document, and the keyboard begin at the top (WCAG 2.4.3).
 */
export function useHandover<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null);
  useLayoutEffect(() => {
    const own = ref.current;
    if (own === null) return undefined;
    const item = own.closest('li, tr') ?? own;
    item.removeAttribute(LEAVING);
    return () => {
      item.setAttribute(LEAVING, '');
      if (own.contains(document.activeElement)) heirOf(item)?.focus();
    };
  }, []);
  return ref;
}

function heirOf(item: Element): HTMLElement | null {
  return (
    controlIn(item.previousElementSibling) ??
    controlIn(item.nextElementSibling) ??
    document.querySelector('main')
  );
}

function controlIn(item: Element | null): HTMLElement | null {
  if (item === null || item.hasAttribute(LEAVING)) return null;
  return [...item.querySelectorAll<HTMLElement>(CONTROL)].at(-1) ?? null;
}
