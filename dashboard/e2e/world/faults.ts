import type { BrowserContext } from '@playwright/test';

/** Adds to `faults` what goes wrong in the pages of `context`: exceptions, and errors on the console. */
export function watchFaults(context: BrowserContext, faults: string[]): void {
  context.on('weberror', (fault) => faults.push(String(fault.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`);
  });
}
