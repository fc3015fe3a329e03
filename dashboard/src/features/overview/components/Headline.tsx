import { Link } from 'wouter';
import { Icon } from '../../../components/Icon';
import { visible } from '../../../lib/text/visible';
import type { TimeRange } from '../../../lib/time/range';
import { explorerLink, quoted } from '../../../lib/url/links';
import { useFailing } from '../hooks/useFailing';
import { FAILED, failingServices, isAllKnown } from '../model/failing';
import { FailingWhen } from './FailingWhen';
import classes from './Headline.module.css';

const SHOWN = 3;

/** Who fails more than else, in words; to be read before anything else of the page. */
export function Headline({ time }: { readonly time: TimeRange }) {
  const { errors, all, known, isStale } = useFailing(time);
  if (known === null || errors.error !== null || all.error !== null) return null;
  const stale = isStale || undefined;
  const failing = failingServices(known.errors, known.all).flatMap(({ name, standsOut }) =>
    standsOut === null ? [] : [{ name, standsOut }],
  );
  if (failing.length === 0)
    return isAllKnown(known.errors, known.all) ? (
      <p className={classes.calm} data-stale={stale}>
        <Icon name="check" size={14} /> No service fails more than it did before.
      </p>
    ) : (
      <p className={classes.unknown} data-stale={stale}>
        Nothing stands out among the {known.all.groups.length} loudest services.
      </p>
    );
  const others = failing.length - SHOWN;
  return (
    <ul
      className={classes.rising}
      aria-label="Services that fail more than else"
      data-stale={stale}
    >
      {failing.slice(0, SHOWN).map(({ name, standsOut }) => (
        <li key={name}>
          <Icon name="alert" size={14} />
          <span>
            <Link href={explorerLink({ query: `service = ${quoted(name)} and ${FAILED}`, time })}>
              {visible(name)}
            </Link>{' '}
            fails <FailingWhen standsOut={standsOut} />
          </span>
        </li>
      ))}
      {others > 0 && <li>and {others} more</li>}
    </ul>
  );
}
