import type { ReactNode } from 'react';
import { type Severity, severityColor } from '../lib/severity';
import classes from './SeverityBadge.module.css';

/** A shape of its own for each level, so that nobody needs the colour. */
const SHAPES: Record<Severity, ReactNode> = {
  UNSPECIFIED: <path d="M3 8h10" />,
  TRACE: <circle cx="8" cy="8" r="2" fill="currentColor" />,
  DEBUG: <circle cx="8" cy="8" r="4.5" />,
  INFO: <path d="M8 7.2v5M8 3.8v.6" strokeWidth="2.4" />,
  WARN: <path d="M8 2.5 14.2 13.5H1.8ZM8 6.8v3" />,
  ERROR: <path d="M4 4l8 8M12 4l-8 8" strokeWidth="2.4" />,
  FATAL: <path d="M5.2 1.8h5.6l3.4 3.4v5.6l-3.4 3.4H5.2L1.8 10.8V5.2ZM8 4.8v3.7M8 10.8v.5" />,
};

export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  return (
    <svg
      className={classes.icon}
      viewBox="0 0 16 16"
      aria-hidden
      style={{ color: severityColor(severity) }}
    >
      {SHAPES[severity]}
    </svg>
  );
}

interface Props {
  readonly severity: Severity;
  /** Shows the shape only, and tells the word to those who point at it or hear it. */
  readonly compact?: boolean;
}

/** How bad something is: by shape, word and colour. */
export function SeverityBadge({ severity, compact = false }: Props) {
  return (
    <span
      className={classes.badge}
      style={{ color: severityColor(severity) }}
      title={compact ? severity : undefined}
    >
      <SeverityIcon severity={severity} />
      <span className={compact ? 'unseen' : undefined}>{severity}</span>
    </span>
  );
}
