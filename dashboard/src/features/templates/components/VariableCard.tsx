import { formatCount, plural } from '../../../lib/format/numbers';
import { visible } from '../../../lib/text/visible';
import { maskName } from '../model/masks';
import type { Variable } from '../model/measure';
import type { Place } from '../model/places';
import { QuantileStrip } from './QuantileStrip';
import { ShareBars } from './ShareBars';
import classes from './VariablesPanel.module.css';

interface Props {
  readonly variable: Variable;
  readonly number: number;
  /** Where it is in the template, if that is known. */
  readonly place: Place | undefined;
}

/* Numbers that repeat as words do, such as status codes, are told like words. */
const TOLD = 6;
const TOLD_IF_MEASURED = 4;
const LEAST_SHARE = 0.02;

/** What the records hold in one place of a template. */
export function VariableCard({ variable, number, place }: Props) {
  const { type, key, count, distinct, distinct_is_exact: isExact, top, measured } = variable;
  const color = `var(--slot-${place?.kind ?? 'other'})`;
  const told = top
    .filter(({ count: of }) => of / count >= LEAST_SHARE && (of > 1 || distinct === 1))
    .slice(0, measured ? TOLD_IF_MEASURED : TOLD);
  return (
    <section
      id={`place-${number}`}
      className={classes.card}
      tabIndex={-1}
      aria-label={`Variable ${number}, ${maskName(type)}`}
    >
      <header className={classes.head}>
        <span className={classes.number} style={{ color }}>
          {number}
        </span>
        <span className={classes.around}>
          {place ? (
            <>
              {visible(place.before)}
              <b style={{ color }}>{place.placeholder}</b>
              {visible(place.after)}
            </>
          ) : (
            visible(key ?? '')
          )}
        </span>
      </header>
      <p className={classes.kind}>
        {maskName(type)}, {isExact ? '' : 'about '}
        {distinct === 1
          ? 'always the same'
          : `${formatCount(Math.min(distinct, count))} different`}{' '}
        in {plural(count, 'value')}
      </p>
      {measured && distinct > TOLD_IF_MEASURED && (
        <QuantileStrip measure={measured} color={color} />
      )}
      {told.length > 0 ? (
        <ShareBars
          bars={told.map(({ value, count: of, is_cut: isCut, count_error: error }) => ({
            name: value,
            count: of,
            isCut,
            error,
          }))}
          total={count}
          color={color}
          label="The most frequent values"
        />
      ) : (
        <p className={classes.kind}>
          No value is frequent; the first is {visible(top[0]?.value.slice(0, 80) ?? 'not known')}.
        </p>
      )}
    </section>
  );
}
