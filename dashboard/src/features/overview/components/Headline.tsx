import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Icon } from '../../../components/Icon';
import { visible } from '../../../lib/text/visible';
import type { TimeRange } from '../../../lib/time/range';
import { explorerLink, quoted } from '../../../lib/url/links';
import { histogramQuery } from '../api/queries';
import { FAILED, failingServices, isAllKnown } from '../model/failing';
import { FailingWhen } from './FailingWhen';
import classes from './Headline.module.css';

const SHOWN = 3;

/** Who fails more than else, in words; to be read before anything else of the page. */
export function Headline({ time }: { readonly time: TimeRange }) {
  const errors = useQuery(histogramQuery(time, 'service', FAILED));
  const all = useQuery(histogramQuery(time, 'service'));
  if (!errors.data || !all.data) return null;
  const failing = failingServices(errors.data, all.data).flatMap(({ name, standsOut }) =>
    standsOut === null ? [] : [{ name, standsOut }],
  );
  if (failing.length === 0)
    return isAllKnown(errors.data, all.data) ? (
      <p className={classes.calm}>
        <Icon name="check" size={14} /> No service fails more than it did before.
      </p>
    ) : (
      <p className={classes.unknown}>
        Nothing stands out among the {all.data.groups.length} loudest services.
      </p>
    );
  const others = failing.length - SHOWN;
  return (
    <ul className={classes.rising} aria-label="Services that fail more than else">
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
