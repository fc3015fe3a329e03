import type { Page } from '@playwright/test';

/** Has a page go by its own clock, which a test can set: no answer tells it that of the server. */
export async function trustOwnClock(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    delete headers['date'];
    await route.fulfill({ response, headers });
  });
}
