import { type RefObject, useLayoutEffect, useRef } from 'react';

const CONTROL = 'a[href], button:not(:disabled), input:not(:disabled)';

/* Items that are taken away together must not hand it to each other. */
const LEAVING = 'data-leaving';

/**
 * Hands the focus on when the item of a list that has it is taken away: to the next one, or else the one
 * before, or else the page. Left alone it would go to the document, and the keyboard begin at the top (WCAG
 * 2.4.3).
 */
export function useHandover<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null);
  useLayoutEffect(() => {
    const own = ref.current;
    if (own === null) return undefined;
    own.removeAttribute(LEAVING);
    return () => {
      own.setAttribute(LEAVING, '');
      if (own.contains(document.activeElement)) heirOf(own)?.focus();
    };
  }, []);
  return ref;
}

function heirOf(own: HTMLElement): HTMLElement | null {
  const item = own.closest('li, tr');
  return (
    controlIn(item?.nextElementSibling) ??
    controlIn(item?.previousElementSibling) ??
    document.querySelector('main')
  );
}

function controlIn(item: Element | null | undefined): HTMLElement | null {
  const control = item?.querySelector<HTMLElement>(CONTROL) ?? null;
  return control?.closest(`[${LEAVING}]`) ? null : control;
}
