import { SeverityIcon } from '../../../components/SeverityBadge';
import { formatShare } from '../../../lib/format/numbers';
import { severityColor } from '../../../lib/severity';
import { describeMix, severityMix } from '../model/severityMix';
import classes from './SeverityBar.module.css';

/** What severities records have: as a bar, and the worst of them in words. */
export function SeverityBar({ severities }: { readonly severities: Record<string, number> }) {
  const mix = severityMix(severities);
  const [worst] = mix;
  if (!worst) return null;
  const words = describeMix(mix);
  return (
    <div className={classes.mix} title={words}>
      <span className="unseen">{words}</span>
      <div className={classes.bar} aria-hidden>
        {mix.map(({ severity, share }) => (
          <span key={severity} style={{ flex: share, background: severityColor(severity) }} />
        ))}
      </div>
      <div className={classes.worst} aria-hidden>
        <SeverityIcon severity={worst.severity} />
        {worst.severity} {formatShare(worst.share)}
      </div>
    </div>
  );
}
