import { expect, type Locator, type Page } from '@playwright/test';
import { touch } from './alive.ts';

export const sheetOf = (page: Page): Locator => page.locator('dialog.sheet');

/** A file's cell as a record's sheet tells it. */
const cellAddress = /^[A-Z]{1,3}\d+$/;

/**
 * From a number to a cell of the file that it came from, by what the sheets offer under "where it comes from"; answers the
 * taps it took. Where the newest values are not listed on the first sheet, its first part is opened.
 */
export async function goToCell(page: Page, number: Locator): Promise<number> {
  await touch(number);
  let taps = 1;
  for (; taps <= 4; taps += 1) {
    await expect(sheetOf(page)).toBeVisible();
    if (isRecord(page)) break;
    const [address, content] = [page.url(), (await sheetOf(page).textContent())!];
    await touch(await nextStep(page));
    await expect(page).not.toHaveURL(address);
    // The address changes first: what stands there yet is the sheet before.
    await expect(sheetOf(page)).not.toHaveText(content);
  }
  await expectCell(page);
  return taps;
}

const isRecord = (page: Page): boolean => (new URL(page.url()).searchParams.get('sheet') ?? '').startsWith('record:');

/** A reading where one is listed, else the first part that has a sheet of its own, else the record of the agreement. */
async function nextStep(page: Page): Promise<Locator> {
  const offers = ['record%3Areading', 'kpi-score', 'figure', 'record'].map((kind) =>
    sheetOf(page).locator(`a[href*="sheet=${kind}"]`).first(),
  );
  for (const offer of offers) if ((await offer.count()) > 0) return offer;
  throw new Error(`Nothing leads further down from ${page.url()}`);
}

/** File, row and column stand there, with what was sent in the cell. */
async function expectCell(page: Page): Promise<void> {
  const sheet = sheetOf(page);
  await expect(sheet.locator('.data-table tbody tr').first()).toBeVisible();
  const address = await sheet.locator('.data-table tbody tr').first().locator('th, td').first().innerText();
  expect(address.trim()).toMatch(cellAddress);
  await expect(sheet).toContainText(/\.(csv|tsv|txt|xlsx|json)/);
}
