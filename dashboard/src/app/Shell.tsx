import type { ReactNode } from 'react';
import { useKeys } from '../lib/shortcuts/useCommand';
import { CommandPalette } from './CommandPalette';
import { ConnectionBanner } from './ConnectionBanner';
import { Navigation } from './Navigation';
import { SessionGate } from './SessionGate';
import { ShortcutHelp } from './ShortcutHelp';
import classes from './Shell.module.css';

/** What stays when the page changes: the menu, the state of the connection, and the dialogs of all pages. */
export function Shell({ children }: { readonly children: ReactNode }) {
  useKeys();
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#page">
        Skip the menu
      </a>
      <Navigation />
      <main id="page" className={classes.page} tabIndex={-1}>
        <ConnectionBanner />
        <SessionGate>{children}</SessionGate>
      </main>
      <CommandPalette />
      <ShortcutHelp />
    </div>
  );
}
