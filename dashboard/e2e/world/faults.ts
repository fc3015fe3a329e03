import type { BrowserContext } from '@playwright/test';

/** Collects what goes wrong in the pages of `context`: exceptions, and errors on the console. */
export function watchFaults(context: BrowserContext): string[] {
  const faults: string[] = [];
  context.on('weberror', (fault) => faults.push(String(fault.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`);
  });
  return faults;
}
