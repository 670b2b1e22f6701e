import type { Page } from '@playwright/test';
import { expect, test } from '../steps/open-as.ts';
import { signIn } from '../steps/people.ts';
import { headlineOf, readAnotherRound, readInBothLanguages } from '../steps/read-page.ts';
import { goToCell } from '../steps/sheet.ts';

const walks = [
  { who: 'The Prime Minister', login: 'pm', sentence: /กระทรวงที่คะแนนต่ำกว่า 3\.00 มี \d+ จาก 20/, number: 'kpi-score' },
  {
    who: 'A minister',
    login: 'minister-03000',
    sentence: /คะแนนคำรับรอง.* \d\.\d\d จาก 5 .*แผน/,
    number: 'agreement-score',
  },
  {
    who: 'A permanent secretary',
    login: 'ps-03000',
    sentence: /คะแนนคำรับรอง.* \d\.\d\d จาก 5 .*แผน/,
    number: 'agreement-score',
  },
] as const;

for (const { who, login, sentence, number } of walks)
  test(`${who} reads the headline, goes down to a cell, and reads another round and language`, async ({ page }) => {
    await signIn(page, login);
    await expect(page).toHaveURL(/\/strategic/);
    await expect(headlineOf(page)).toHaveText(sentence);
    await expect(page.locator('.headline')).toContainText('ข้อมูล ณ');
    expect(await goToCell(page, firstNumber(page, number))).toBeLessThanOrEqual(3);
    await page.goto('/strategic');
    await readInBothLanguages(page);
    await readAnotherRound(page);
  });

/** A number outside a chart: a mark of a chart is labelled by the first tap. */
function firstNumber(page: Page, kind: string) {
  return page.locator(`main a[href*="sheet=${kind}"]:not(svg a):not(.hidden-text *):visible`).first();
}
