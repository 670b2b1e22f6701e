import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Waits until the page's scripts have taken over what the server drew, and a sheet on it is modal. Before that Escape, a
 * touched chart or a mark on the window are lost, and a tap in that very moment is lost with them.
 */
export async function untilAlive(page: Page): Promise<void> {
  const isAlive = () =>
    page.evaluate(
      () =>
        Object.keys(document.body ?? {}).some((key) => key.startsWith('__reactProps$')) &&
        !document.querySelector('dialog[open]:not(:modal)'),
    );
  // A page that is being left is not alive.
  await expect.poll(() => isAlive().catch(() => false), { message: `${page.url()} comes alive` }).toBe(true);
}

/** A tap on a page that is alive. */
export async function touch(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  await untilAlive(target.page());
  await target.tap();
}
