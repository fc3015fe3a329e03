import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { SeverityBadge } from '../../../components/SeverityBadge';
import { TemplateText } from '../../../components/TemplateText';
import { visible } from '../../../lib/text/visible';
import type { Severity } from '../../../lib/severity';
import classes from './Rows.module.css';

interface Props {
  readonly severity?: Severity;
  readonly template: string | null;
  readonly services?: readonly string[];
  /** What leads to its records or its page. */
  readonly href: string;
  /** What stands at the right: counts and the like. */
  readonly children: ReactNode;
}

/** A template in a list: how bad, what it says, who says it, how often. */
export function TemplateRow({ severity, template, services = [], href, children }: Props) {
  return (
    <li className={classes.row}>
      {severity && <SeverityBadge severity={severity} compact />}
      <Link className={classes.text} href={href}>
        <TemplateText template={template} isOneLine />
      </Link>
      {services.length > 0 && (
        <span className={classes.services} title={visible(services.join(', '))}>
          {visible(services[0] ?? '')}
          {services.length > 1 && ` +${services.length - 1}`}
        </span>
      )}
      <span className={classes.figures}>{children}</span>
    </li>
  );
}
