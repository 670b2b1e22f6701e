import { touch } from '../steps/alive.ts';
import { expect, test } from '../steps/open-as.ts';
import { signIn } from '../steps/people.ts';
import { headlineOf, readAnotherRound, readInBothLanguages } from '../steps/read-page.ts';
import { goToCell } from '../steps/sheet.ts';

test('A CIO reads which projects are late, opens the worst and its cell, and reads another language', async ({
  page,
}) => {
  await signIn(page, 'cio-03000');
  await expect(page).toHaveURL(/\/projects$/);
  await expect(headlineOf(page)).toHaveText(/โครงการล่าช้าเกิน 30 วัน \d+ จาก \d+ โครงการ/);
  await readInBothLanguages(page);
  await touch(page.locator('main a[href^="/projects/"]:visible').first());
  await expect(page).toHaveURL(/\/projects\/P/);
  await expect(headlineOf(page)).toHaveText(/ช้า \d+ วัน/);
  const taps = 1 + (await goToCell(page, page.locator('main a[href*="sheet=record%3Aproject"]').first()));
  expect(taps).toBeLessThanOrEqual(3);
  await page.goto('/strategic');
  await readAnotherRound(page);
});
