import { Link } from 'wouter';
import { Sparkline } from '../../../components/chart/Sparkline';
import { Panel } from '../../../components/Panel';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { formatCompact, formatCount, formatShare } from '../../../lib/format/numbers';
import { visible } from '../../../lib/text/visible';
import type { TimeRange } from '../../../lib/time/range';
import { explorerLink, quoted } from '../../../lib/url/links';
import { useFailing } from '../hooks/useFailing';
import { FAILED, type FailingService, failingServices } from '../model/failing';
import { FailingWhen } from './FailingWhen';
import classes from './Rows.module.css';

const SHOWN = 7;

/** Which service fails, how much, and since when. */
export function FailingPanel({ time }: { readonly time: TimeRange }) {
  const { errors, all, known } = useFailing(time);
  return (
    <Panel title="Errors by service" aside="share of its records" query={errors} height={210}>
      {(counted) => {
        const both = all.error === null ? known : null;
        const services = failingServices(
          both?.errors ?? counted,
          both?.all ?? { ...counted, groups: [] },
        );
        if (services.length === 0)
          return <p className={classes.empty}>No service logged an error in this time.</p>;
        return (
          <>
            {all.error && <ProblemNotice error={all.error} onRetry={() => void all.refetch()} />}
            <ul className={classes.rows}>
              {services.slice(0, SHOWN).map((service) => (
                <Service key={service.name} service={service} time={time} />
              ))}
            </ul>
          </>
        );
      }}
    </Panel>
  );
}

function Service({
  service,
  time,
}: {
  readonly service: FailingService;
  readonly time: TimeRange;
}) {
  const { name, errors, share, trend, standsOut } = service;
  const query = `service = ${quoted(name)} and ${FAILED}`;
  return (
    <li className={classes.row}>
      <Link className={classes.text} href={explorerLink({ query, time })} title={visible(name)}>
        {visible(name)}
      </Link>
      <span className={classes.figures}>
        <span className={classes.since}>{standsOut && <FailingWhen standsOut={standsOut} />}</span>
        <Sparkline
          values={trend}
          color="var(--severity-error)"
          label={`errors of ${visible(name)} over time`}
        />
        <span className={classes.note}>{share === null ? '' : formatShare(share)}</span>
        <span className={classes.count} title={formatCount(errors)}>
          {formatCompact(errors)}
        </span>
      </span>
    </li>
  );
}
