import { useCommand } from '../../../lib/shortcuts/useCommand';

interface Rows {
  readonly ids: readonly string[];
  readonly active: string | null;
  /** Makes a row, or none, the active one. */
  readonly onMove: (id: string | null) => void;
  readonly onOpen: (id: string) => void;
}

/** The keys that move over rows and open one. */
export function useRowKeys({ ids, active, onMove, onOpen }: Rows): void {
  const at = active === null ? -1 : ids.indexOf(active);
  const step = (by: 1 | -1) => {
    const next = ids[at < 0 ? 0 : Math.min(Math.max(at + by, 0), ids.length - 1)];
    if (next !== undefined) onMove(next);
  };
  const group = 'Templates';
  useCommand({
    id: 'next-template',
    label: 'Next template',
    group,
    keys: 'j',
    keysOnly: true,
    run: () => step(1),
  });
  useCommand({
    id: 'previous-template',
    label: 'Previous template',
    group,
    keys: 'k',
    keysOnly: true,
    run: () => step(-1),
  });
  useCommand({
    id: 'open-template',
    label: 'Open the template',
    group,
    keys: 'Enter',
    keysOnly: true,
    run: () => {
      if (active !== null && at >= 0) onOpen(active);
    },
  });
  useCommand(
    active === null
      ? null
      : {
          id: 'leave-template',
          label: 'Leave the row',
          group,
          keys: 'Escape',
          keysOnly: true,
          run: () => onMove(null),
        },
  );
}
