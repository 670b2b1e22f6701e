import { expect, type Page } from '@playwright/test';
import { touch } from './alive.ts';
import { sheetOf } from './sheet.ts';

export const headlineOf = (page: Page) => page.locator('h1');

/** To English and back: every word of the page follows, and the place stays. */
export async function readInBothLanguages(page: Page): Promise<void> {
  const thai = await headlineOf(page).innerText();
  const place = new URL(page.url()).pathname;
  await setLanguage(page, 'en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(headlineOf(page)).not.toHaveText(thai);
  await expect(page.locator('.top-bar')).not.toContainText(/[ก-๛]/);
  expect(new URL(page.url()).pathname).toBe(place);
  await setLanguage(page, 'th');
  await expect(page.locator('html')).toHaveAttribute('lang', 'th');
  await expect(headlineOf(page)).toHaveText(thai);
}

async function setLanguage(page: Page, language: 'th' | 'en'): Promise<void> {
  await touch(page.locator('.bar-person'));
  await touch(sheetOf(page).locator(`button[name="lang"][value="${language}"]`));
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await closeSheet(page);
}

/** Another round by hand: the sentence is that round's, and Back returns to the one before. */
export async function readAnotherRound(page: Page): Promise<void> {
  const newest = await headlineOf(page).innerText();
  await touch(page.locator('.bar-round'));
  const round = sheetOf(page).locator('a[href*="fy=2569"][href*="round=6"]');
  await touch(round);
  await expect(page).toHaveURL(/fy=2569&round=6|round=6.*fy=2569/);
  await expect(sheetOf(page)).toHaveCount(0);
  await expect(headlineOf(page)).not.toHaveText(newest);
  await expect(page.locator('.bar-round')).toContainText('2569');
}

export async function closeSheet(page: Page): Promise<void> {
  await touch(sheetOf(page).locator('.sheet-head a'));
  await expect(sheetOf(page)).toHaveCount(0);
}
