import { useSyncExternalStore } from 'react';

type Dialog = 'palette' | 'help';

let open: Dialog | null = null;
const listeners = new Set<() => void>();

function become(next: Dialog | null) {
  open = next;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const openPalette = () => become('palette');
export const openHelp = () => become('help');
export const closeDialog = () => become(null);

/** Whether `dialog` is the one dialog of the shell that is open. */
export function useIsOpen(dialog: Dialog): boolean {
  return useSyncExternalStore(subscribe, () => open === dialog);
}
