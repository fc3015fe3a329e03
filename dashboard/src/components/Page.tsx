import type { ReactNode } from 'react';
import { useDocumentTitle } from '@mantine/hooks';
import { FaultBoundary } from './FaultBoundary';
import classes from './Page.module.css';

interface Props {
  readonly title: string;
  /** What stands at the right of the title, such as the time. */
  readonly controls?: ReactNode;
  /** Whether the page is as high as the window, and scrolls parts of itself. */
  readonly isFixed?: boolean;
  readonly children: ReactNode;
}

/** A page: its name, what it is controlled by, and what it shows. */
export function Page({ title, controls, isFixed = false, children }: Props) {
  useDocumentTitle(`${title} \u00b7 Winnow`);
  return (
    <div className={isFixed ? classes.fixed : undefined}>
      <header className={classes.header}>
        <h1 className={classes.title}>{title}</h1>
        <div className={classes.controls}>{controls}</div>
      </header>
      <div className={isFixed ? classes.rest : classes.body}>
        <FaultBoundary of={children} onRetry={() => window.location.reload()}>
          {children}
        </FaultBoundary>
      </div>
    </div>
  );
}
