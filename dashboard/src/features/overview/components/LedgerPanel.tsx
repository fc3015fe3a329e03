import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../../components/Panel';
import { formatCount, formatShare, plural } from '../../../lib/format/numbers';
import { ledgerQuery } from '../api/queries';
import { type Ledger, outcomes, receivers, unaccounted } from '../model/ledger';
import classes from './LedgerPanel.module.css';
import rows from './Rows.module.css';

/** What became of every record that ever came. */
export function LedgerPanel() {
  return (
    <Panel title="Ledger" aside="all time" query={useQuery(ledgerQuery)} height={92}>
      {(ledger) => <Account ledger={ledger} />}
    </Panel>
  );
}

function Account({ ledger }: { readonly ledger: Ledger }) {
  const missing = unaccounted(ledger);
  return (
    <>
      <p className={classes.sentence}>
        <strong>{plural(ledger.received, 'record')}</strong> came in.{' '}
        {missing === 0
          ? 'Each is accounted for.'
          : `${plural(missing, 'record')} cannot be accounted for.`}
      </p>
      <dl className={classes.outcomes}>
        {outcomes(ledger).map(({ name, records, meaning }) => (
          <div key={name}>
            <dt>{name.replaceAll('_', ' ')}</dt>
            <dd>
              <strong>{formatCount(records)}</strong> {formatShare(records / ledger.received)}
            </dd>
            <dd className={classes.meaning}>{meaning}</dd>
          </div>
        ))}
      </dl>
      <h3 className={classes.heading}>By the way they came</h3>
      <ul className={rows.rows}>
        {receivers(ledger).map(({ name, records, exceptions }) => (
          <li key={name} className={rows.row}>
            <span>{name}</span>
            <span className={classes.exceptions}>
              {exceptions
                .map(({ what, records: count }) => `${formatCount(count)} ${what}`)
                .join(', ')}
            </span>
            <span className={rows.count}>{formatCount(records)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
