import { Choice } from '../../../components/Choice';
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
    <Choice label="What is shown of templates" value={view} choices={CHOICES} onChange={onChange} />
  );
}
