import { SegmentedControl } from '@mantine/core';
import type { View } from '../model/view';

interface Props {
  readonly view: View['view'];
  readonly onChange: (view: View['view']) => void;
}

const CHOICES: { readonly value: View['view']; readonly label: string }[] = [
  { value: 'list', label: 'All' },
  { value: 'changes', label: 'New and gone' },
];

/** Whether all templates are shown, or how they changed. */
export function ViewChoice({ view, onChange }: Props) {
  return (
    <SegmentedControl
      size="xs"
      aria-label="What is shown of templates"
      value={view}
      data={CHOICES}
      onChange={onChange}
    />
  );
}
