import type { components } from '../../../lib/api/schema';
import { visible } from '../../../lib/text/visible';
import { troubles } from '../model/health';
import classes from './NowPanel.module.css';

/** How the server is, and if it is not well, why. */
export function HealthSign({ health }: { readonly health: components['schemas']['Health'] }) {
  const found = troubles(health);
  return (
    <span className={classes.sign} data-degraded={found.length > 0 || undefined}>
      <i />
      {found.length === 0 ? 'healthy' : visible(found.join('; '))}
    </span>
  );
}
