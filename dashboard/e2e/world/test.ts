import {
  test as base,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { watchFaults } from './faults';
import { Server } from './server';
import { openShop, type Shop } from './shop';

interface Fixtures {
  /** A server of the test's own, which holds nothing yet. */
  readonly fresh: Server;
  /** The same, but it answers only to those who have a token. */
  readonly guarded: Server;
  /** Opens a page in a browser of somebody else. */
  readonly visit: (options?: BrowserContextOptions) => Promise<Page>;
  /** What the page may complain about on its console, as some test wants it to; nothing by default. */
  readonly expectedFaults: readonly RegExp[];
  readonly seenFaults: string[];
  readonly faults: undefined;
}

interface WorkerFixtures {
  /** Must be left as it is found: other tests look at it too. */
  readonly shop: Shop;
}

/** A test whose pages are those of the shop's server, and must not fail unseen. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  shop: [
    async ({}, use) => {
      const shop = await openShop();
      await use(shop);
      await shop.server.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ shop }, use) => use(shop.server.address),
  fresh: async ({ context }, use) => {
    const server = await Server.start();
    await use(server);
    // They would ask for more of it.
    for (const page of context.pages()) await page.close();
    await server.close();
  },
  guarded: async ({ context }, use) => {
    const server = await Server.start('auth.enabled=true');
    await use(server);
    for (const page of context.pages()) await page.close();
    await server.close();
  },
  expectedFaults: [[], { option: true }],
  seenFaults: async ({}, use) => use([]),
  visit: async ({ browser, seenFaults }, use) => {
    const visitors: BrowserContext[] = [];
    await use(async (options = {}) => {
      const visitor = await browser.newContext(options);
      watchFaults(visitor, seenFaults);
      visitors.push(visitor);
      return visitor.newPage();
    });
    for (const visitor of visitors) await visitor.close();
  },
  faults: [
    async ({ context, seenFaults, expectedFaults }, use) => {
      watchFaults(context, seenFaults);
      await use(undefined);
      const unexpected = seenFaults.filter(
        (fault) => !expectedFaults.some((known) => known.test(fault)),
      );
      base.expect(unexpected, 'what the page complained about').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
