/** Something that can be done on the page that is shown, by its keys or by name in the palette. */
export interface Command {
  readonly id: string;
  /** What it does, as `Open the explorer`. */
  readonly label: string;
  readonly group: string;
  /** `j`, `Escape`, `mod+k` (Ctrl, or Cmd on a Mac) or keys one after the other: `g o`. */
  readonly keys?: string;
  /** Whether it also works while a text is edited; those with `mod` do. */
  readonly whileEditing?: boolean;
  /** Whether it makes no sense by name, as a move by one row. */
  readonly keysOnly?: boolean;
  run(): void;
}

/*
 * The commands of the components that are shown. The newest of the same keys wins, so that a drawer can
 * take Escape from the page below it, and gives it back when it closes.
 */
let commands: readonly Command[] = [];
const listeners = new Set<() => void>();

export const registry = {
  all: () => commands,

  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },

  add(command: Command): () => void {
    become([...commands, command]);
    return () => become(commands.filter((known) => known !== command));
  },
};

function become(next: readonly Command[]) {
  commands = next;
  listeners.forEach((listener) => listener());
}

const SEQUENCE_MILLIS = 1200;

/** Finds the command of each key that is pressed. Keys of a sequence may be a second apart. */
export function createKeyReader(known: () => readonly Command[]) {
  let first = '';
  let firstAt = 0;
  return function read(event: KeyboardEvent): Command | undefined {
    const key = keyName(event);
    const before = event.timeStamp - firstAt < SEQUENCE_MILLIS ? first : '';
    if (key === 'Enter' && isPressedByEnter(event.target)) return undefined;
    if (key === 'Escape' && isClosedByEscape(event.target)) return undefined;
    if (key.startsWith('Arrow') && isMovedByArrows(event.target)) return undefined;
    const isEditing = editsText(event.target);
    const isDone = ({ whileEditing }: Command) =>
      !isEditing || whileEditing === true || key.startsWith('mod+');
    const newest = (keys: string) =>
      known().findLast((command) => command.keys === keys && isDone(command));
    // `g t` is meant by a t after a g, even where t alone does something too.
    const found = (before === '' ? undefined : newest(`${before} ${key}`)) ?? newest(key);
    const begins = !found && !isEditing && known().some(({ keys }) => keys?.startsWith(`${key} `));
    first = begins ? key : '';
    firstAt = event.timeStamp;
    return found;
  };
}

function keyName(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.altKey) return `alt+${key}`;
  if (event.ctrlKey || event.metaKey) return `mod+${key}`;
  return event.shiftKey && /^[a-z]$/.test(key) ? `shift+${key}` : key;
}

/** Whether Enter belongs to what has the focus, such as a button. */
function isPressedByEnter(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a[href], summary') !== null;
}

/** Whether Escape belongs to what lies above the page, which it closes. */
function isClosedByEscape(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog], [role=menu]') !== null;
}

/** Whether arrows belong to what has the focus: a choice of several, or a text that they scroll. */
function isMovedByArrows(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input[type=radio], [role=tab], [role=slider], [role=region][tabindex]') !== null
  );
}

function editsText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'))
  );
}
