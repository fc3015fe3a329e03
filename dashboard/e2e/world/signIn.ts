import { expect, type Page } from '@playwright/test';

/** Signs in as somebody who has `token`. */
export async function signIn(page: Page, token: string | null): Promise<void> {
  await page.getByLabel('Token', { exact: true }).fill(token ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeHidden();
}
