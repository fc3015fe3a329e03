import { useCommand } from '../../../lib/shortcuts/useCommand';

interface Moves {
  readonly onStep: (step: 1 | -1) => void;
  readonly onError: (step: 1 | -1) => void;
  readonly onOpen: () => void;
  readonly onClose: (() => void) | null;
}

const group = 'Explorer';

/** The keys that go through rows, with the details open or not. */
export function useRowKeys({ onStep, onError, onOpen, onClose }: Moves): void {
  const down = { label: 'Next row', group, keysOnly: true, run: () => onStep(1) };
  const up = { label: 'Row before', group, keysOnly: true, run: () => onStep(-1) };
  useCommand({ ...down, id: 'row-down', keys: 'j' });
  useCommand({ ...up, id: 'row-up', keys: 'k' });
  useCommand({ ...down, id: 'row-arrow-down', keys: 'ArrowDown' });
  useCommand({ ...up, id: 'row-arrow-up', keys: 'ArrowUp' });
  useCommand({
    id: 'row-open',
    label: 'Show the details of the row',
    group,
    keys: 'Enter',
    keysOnly: true,
    run: onOpen,
  });
  useCommand({
    id: 'error-next',
    label: 'Go to the next error below',
    group,
    keys: 'e',
    run: () => onError(1),
  });
  useCommand({
    id: 'error-before',
    label: 'Go to the next error above',
    group,
    keys: 'shift+e',
    run: () => onError(-1),
  });
  useCommand(
    onClose && {
      id: 'row-close',
      label: 'Close the details',
      group,
      keys: 'Escape',
      keysOnly: true,
      run: onClose,
    },
  );
}
