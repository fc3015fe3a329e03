import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../../components/Panel';
import { formatCount, formatShare, plural } from '../../../lib/format/numbers';
import { ledgerQuery } from '../api/queries';
import { type Ledger, outcomes, unaccounted } from '../model/ledger';
import classes from './LedgerPanel.module.css';

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
            <dt>{name.replace('_', ' ')}</dt>
            <dd>
              <strong>{formatCount(records)}</strong> {formatShare(records / ledger.received)}
            </dd>
            <dd className={classes.meaning}>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
