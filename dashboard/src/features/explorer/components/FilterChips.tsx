import { HostileText } from '../../../components/HostileText';
import { Icon } from '../../../components/Icon';
import { useHandover } from '../../../lib/focus/useHandover';
import { negated } from '../model/chips';
import { standsAlone } from '../model/conditions';
import { cut } from '../model/rows';
import { type ChangeView, toggled, type View } from '../model/view';
import classes from './FilterChips.module.css';

interface Props {
  readonly view: View;
  readonly onChange: ChangeView;
}

/** What the records are narrowed to by clicks; each can be removed, and a condition turned around. */
export function FilterChips({ view, onChange }: Props) {
  const { query, service, level, filter } = view;
  if (service.length + level.length + filter.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label="Filters">
      {level.length > 0 && (
        <Chip text={`level = ${level.join(' or ')}`} onRemove={() => onChange({ level: [] })} />
      )}
      {service.length > 0 && (
        <Chip
          text={`service = ${service.join(' or ')}`}
          onRemove={() => onChange({ service: [] })}
        />
      )}
      {filter.map((condition, at) => (
        <Chip
          // What is turned around stays the same chip, and keeps the focus.
          key={at}
          text={condition}
          onTurn={() =>
            onChange({
              filter: filter.map((other) => (other === condition ? negated(other) : other)),
            })
          }
          onRemove={() => onChange({ filter: toggled(filter, condition) })}
        />
      ))}
      {filter.length > 0 && standsAlone(query) && (
        <li className={classes.note}>A query in JSON stands alone: conditions do not narrow it</li>
      )}
      <Clear onClear={() => onChange({ service: [], level: [], filter: [] })} />
    </ul>
  );
}

function Clear({ onClear }: { readonly onClear: () => void }) {
  const item = useHandover<HTMLLIElement>();
  return (
    <li ref={item}>
      <button type="button" className={classes.clear} onClick={onClear}>
        Clear all
      </button>
    </li>
  );
}

interface ChipProps {
  readonly text: string;
  readonly onTurn?: () => void;
  readonly onRemove: () => void;
}

function Chip({ text, onTurn, onRemove }: ChipProps) {
  const item = useHandover<HTMLLIElement>();
  const name = <HostileText text={cut(text, 80)} />;
  return (
    <li ref={item} className={classes.chip}>
      {onTurn ? (
        <button type="button" onClick={onTurn} title="Turn around: in or out">
          {name}
        </button>
      ) : (
        <span>{name}</span>
      )}
      <button type="button" onClick={onRemove} aria-label={`Remove the filter ${cut(text, 80)}`}>
        <Icon name="close" size={12} />
      </button>
    </li>
  );
}
