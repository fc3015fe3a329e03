import { type ReactNode, useEffect } from 'react';
import { useKeys } from '../lib/shortcuts/useCommand';
import { copyOriginals } from '../lib/text/copying';
import { ClockBanner } from './ClockBanner';
import { CommandPalette } from './CommandPalette';
import { ConnectionBanner } from './ConnectionBanner';
import { Navigation } from './Navigation';
import { SessionGate } from './SessionGate';
import { ShortcutHelp } from './ShortcutHelp';
import { SlowNotice } from './SlowNotice';
import classes from './Shell.module.css';

/** What stays when the page changes: the menu, the state of the connection, and the dialogs of all pages. */
export function Shell({ children }: { readonly children: ReactNode }) {
  useKeys();
  useEffect(copyOriginals, []);
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#page">
        Skip the menu
      </a>
      <Navigation />
      <main id="page" className={classes.page} tabIndex={-1}>
        <ConnectionBanner />
        <ClockBanner />
        <SessionGate>{children}</SessionGate>
      </main>
      <SlowNotice />
      <CommandPalette />
      <ShortcutHelp />
    </div>
  );
}
