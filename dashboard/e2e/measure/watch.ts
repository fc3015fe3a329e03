import type { Page } from '@playwright/test';

/** So long nothing may be asked and nothing may change, until an interaction counts as shown. */
const QUIET_MILLIS = 250;

/** How an interaction went, in milliseconds. */
export interface Interaction {
  /** From the event to the last frame that changed something. */
  readonly whole: number;
  /** Of that, when no answer of the API was waited for. */
  readonly beyond: number;
}

declare global {
  interface Window {
    lastShown: number;
    lastEvent: number;
  }
}

/** Has a page note when something was last done to it, and when it last showed a change. */
export async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.lastShown = 0;
    window.lastEvent = 0;
    performance.setResourceTimingBufferSize(10_000);
    for (const kind of ['pointerdown', 'keydown', 'wheel'])
      addEventListener(kind, ({ timeStamp }) => (window.lastEvent = timeStamp), { capture: true });
    // A change is on the screen in the frame after it: a task that is posted in a frame runs after its painting.
    const shown = new MessageChannel();
    shown.port1.onmessage = () => (window.lastShown = performance.now());
    // React sets the name and type of inputs again and again, as they were.
    const isChange = ({ type, attributeName, oldValue, target }: MutationRecord) =>
      type !== 'attributes' ||
      (attributeName !== 'name' &&
        attributeName !== 'type' &&
        (target as Element).getAttribute(attributeName ?? '') !== oldValue);
    new MutationObserver((changes) => {
      if (changes.some(isChange)) requestAnimationFrame(() => shown.port2.postMessage(null));
    }).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeOldValue: true,
    });
  });
}

/** Does something to the page, and tells how long it took until all of it was shown. */
export async function timed(page: Page, act: () => Promise<void>): Promise<Interaction> {
  await rest(page);
  await page.evaluate(() => performance.clearResourceTimings());
  await act();
  await rest(page);
  return page.evaluate(() => {
    const from = window.lastEvent;
    const to = Math.max(window.lastShown, from);
    const asked = (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => new URL(name).pathname.startsWith('/api/'))
      .map(({ startTime, responseEnd }) => [startTime, Math.min(responseEnd, to)] as const)
      .filter(([start, end]) => end > from && start < end)
      .sort(([a], [b]) => a - b);
    let waited = 0;
    let until = from;
    for (const [start, end] of asked) {
      waited += Math.max(0, end - Math.max(start, until));
      until = Math.max(until, end);
    }
    return { whole: to - from, beyond: to - from - waited };
  });
}

/** Waits until nothing is asked and nothing changes any more. */
export async function rest(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    (quiet) => performance.now() - Math.max(window.lastShown, window.lastEvent) > quiet,
    QUIET_MILLIS,
    { polling: 50 },
  );
}
