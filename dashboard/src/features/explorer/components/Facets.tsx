import { CloseButton } from '@mantine/core';
import { useCommand } from '../../../lib/shortcuts/useCommand';
import type { AbsoluteRange } from '../../../lib/time/range';
import { equalTo } from '../model/conditions';
import { selectionOf } from '../model/selection';
import { type ChangeView, toggled, type View } from '../model/view';
import { FacetPanel } from './FacetPanel';
import classes from './Facets.module.css';

interface Props {
  readonly view: View;
  readonly range: AbsoluteRange;
  readonly onChange: ChangeView;
  /** Closes them where they lie above the records; null where they do not. */
  readonly onClose: (() => void) | null;
}

/** The levels and services of the records of a view, with their counts. */
export function Facets({ view, range, onChange, onClose }: Props) {
  useCommand(
    onClose && {
      id: 'facets-close',
      label: 'Close the facets',
      group: 'Explorer',
      keys: 'Escape',
      keysOnly: true,
      whileEditing: true,
      run: onClose,
    },
  );
  const exclude = (field: string, value: string | null) => {
    const condition = equalTo(field, value, true);
    if (condition !== null && !view.filter.includes(condition)) {
      onChange({ filter: [...view.filter, condition] });
    }
  };
  return (
    <aside className={classes.facets} aria-label="Facets">
      {onClose && (
        <CloseButton
          className={classes.close ?? ''}
          size="sm"
          aria-label="Close the facets (Esc)"
          onClick={onClose}
        />
      )}
      <FacetPanel
        field="level"
        title="Level"
        selection={selectionOf({ ...view, level: [] }, range)}
        chosen={view.level}
        onToggle={(value) => onChange({ level: toggled(view.level, value) })}
        onOnly={(value) => onChange({ level: [value] })}
        onExclude={(value) =>
          exclude(value === null ? 'severity_number' : 'level', value?.toLowerCase() ?? null)
        }
      />
      <FacetPanel
        field="service"
        title="Service"
        selection={selectionOf({ ...view, service: [] }, range)}
        chosen={view.service}
        onToggle={(value) => onChange({ service: toggled(view.service, value) })}
        onOnly={(value) => onChange({ service: [value] })}
        onExclude={(value) => exclude('service', value)}
      />
    </aside>
  );
}
