const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

const NAMES: Record<string, string> = {
  mod: isMac ? '\u2318' : 'Ctrl',
  shift: 'Shift',
  alt: isMac ? '\u2325' : 'Alt',
  Escape: 'Esc',
  ArrowUp: '\u2191',
  ArrowDown: '\u2193',
  ArrowLeft: '\u2190',
  ArrowRight: '\u2192',
};

/** What is printed on the keys of a command: `mod+k` is Ctrl and K. */
export function keyCaps(keys: string): string[] {
  return keys
    .split(/[ +]/)
    .map((key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}
