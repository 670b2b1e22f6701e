import type { Page } from '@playwright/test';
import { touch, untilAlive } from '../steps/alive.ts';
import { expect, test } from '../steps/open-as.ts';
import { signIn } from '../steps/people.ts';
import { headlineOf, readInBothLanguages } from '../steps/read-page.ts';

/** Two departments of one ministry, so that both orientations can send at once. */
const departments: Record<string, string> = { landscape: '11002', portrait: '11006' };
const denominator = 1_000;

test('A data officer sends a file, sees each refused cell and passes it on; the ministry accepts, and its screen changes by itself', async ({
  page,
  openAs,
}, { project }) => {
  const unit = departments[project.name] ?? '11002';
  const minister = await openAs('minister-11000');
  await minister.goto(`/indicators/C-SRV-04?unit=${unit}&fy=2570`);
  await untilAlive(minister);
  await markLoad(minister);
  const numerator = await anotherNumerator(minister);

  await signIn(page, `officer-${unit}`);
  await expect(page).toHaveURL(/\/feeds/);
  await expect(headlineOf(page)).toHaveText(/ส่ง/);
  await readInBothLanguages(page);
  const run = await sendFile(page, `readings-${unit}-2569-10-again.csv`, messyFile(unit, numerator));
  await expect(page.locator('.finding-lines')).toContainText('แถว 3 ช่อง D');
  await expect(page.locator('.finding-lines')).toContainText('85,5');

  await touch(page.locator(`main a[href="/runs/${run}"]`).first());
  await expect(page.locator('.run-findings')).toContainText('แถว 4 ช่อง A');
  await touch(page.locator('form:has(input[value="submit"]) button'));
  await expect(page.locator('.run-decisions li')).toHaveCount(1);

  const ministry = await openAs('officer-11000');
  await ministry.goto('/operational');
  await touch(ministry.locator(`main a[href="/runs/${run}"]:visible`).first());
  await touch(ministry.locator('form:has(input[value="accept"]) button'));
  await expect(ministry.locator('.run-decisions li')).toHaveCount(2);

  const percent = `${((100 * numerator) / denominator).toFixed(2)}%`;
  await expect(headlineOf(minister)).toContainText(percent);
  expect(await isSameLoad(minister), 'the screen changed without a reload').toBe(true);
});

/** Row 3 has a decimal comma, row 4 an indicator that nobody knows; the others are good. */
function messyFile(unit: string, numerator: number): string {
  return [
    'indicator_code,unit_code,period,value,numerator,denominator',
    `C-SRV-04,${unit},2569-10,,${numerator},${denominator}`,
    `C-DIG-02,${unit},2569-10,"85,5",,`,
    `C-SRV-99,${unit},2569-10,,90,110`,
    `C-BUD-02,${unit},2569-10,,58200000,404685921`,
    `C-BUD-03,${unit},2569-10,,61200000,404685921`,
    '',
  ].join('\r\n');
}

/** Sends through the drop area and waits until its result stands as the last one; answers the run's number. */
async function sendFile(page: Page, name: string, text: string): Promise<number> {
  const last = page.locator('.last-result a[href^="/runs/"]').first();
  const before = (await last.count()) === 0 ? '' : await last.getAttribute('href');
  await page
    .locator('.drop-form input[type="file"]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await touch(page.locator('.drop-form button'));
  await expect(last).not.toHaveAttribute('href', before ?? '');
  await expect(page.locator('.last-result .finding-lines li')).toHaveCount(2);
  return Number(/\d+/.exec((await last.getAttribute('href'))!)![0]);
}

/** Something that the screen does not show yet, also when the test runs again on the same suite. */
async function anotherNumerator(page: Page): Promise<number> {
  const shown = await headlineOf(page).innerText();
  const candidates = [812, 823, 834, 845, 856, 867];
  const last = candidates.findIndex((one) => shown.includes((one / 10).toFixed(2)));
  return candidates[(last + 1) % candidates.length]!;
}

const markLoad = (page: Page) => page.evaluate(() => void Object.assign(window, { isMarked: true }));
const isSameLoad = (page: Page) => page.evaluate(() => 'isMarked' in window);
