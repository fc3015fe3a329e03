import { Button } from '@mantine/core';
import { useCommand } from '../../../lib/shortcuts/useCommand';
import type { TimeRange } from '../../../lib/time/range';
import type { ChangeView, View } from '../model/view';

const RECENTLY: TimeRange = { kind: 'last', text: '15m' };

interface Props {
  readonly view: View;
  readonly onChange: ChangeView;
}

/** Turns the live tail on and off. A time that ends cannot be live, so it becomes a recent one. */
export function LiveButton({ view, onChange }: Props) {
  const toggle = () =>
    onChange({
      live: !view.live,
      ...(!view.live && { show: 'records' }),
      ...(!view.live && view.time.kind !== 'last' && { time: RECENTLY }),
    });
  useCommand({
    id: 'live',
    label: view.live ? 'End the live tail' : 'Watch records as they come',
    group: 'Explorer',
    keys: 'l',
    run: toggle,
  });
  return (
    <Button
      variant={view.live ? 'filled' : 'default'}
      h={28}
      size="compact-sm"
      aria-pressed={view.live}
      onClick={toggle}
    >
      Live
    </Button>
  );
}
