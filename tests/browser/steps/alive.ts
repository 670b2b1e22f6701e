import { expect, type Page } from '@playwright/test';

/**
 * Waits until the page's scripts have taken over what the server drew. Before that a link and a form work as anywhere on the
 * web, but Escape, a touched chart or a page that must not be loaded again are lost on it.
 */
export async function untilAlive(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => Object.keys(document.body).some((key) => key.startsWith('__reactProps$'))), {
      message: `${page.url()} comes alive`,
    })
    .toBe(true);
}
