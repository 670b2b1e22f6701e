import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { untilAlive } from './steps/alive.ts';
import { expect, test } from './steps/open-as.ts';
import { sheetOf } from './steps/sheet.ts';

const pages: Record<string, string[]> = {
  'minister-03000': [
    '/strategic',
    '/strategic?sheet=me',
    '/strategic?sheet=rounds',
    '/strategic?sheet=units',
    '/tactical',
    '/tactical?show=heat',
    '/tactical?show=trend',
    '/operational',
    '/agreements',
    '/units/03000',
    '/indicators/C-SRV-04?unit=03003',
  ],
  pm: ['/strategic', '/tactical', '/operational', '/projects', '/agreements', '/feeds'],
  opdc: ['/tactical'],
  'cio-03000': ['/projects', '/projects?page=1&sheet=filters'],
  'officer-03003': ['/feeds', '/feeds/reading-03003'],
  admin: ['/', '/people', '/audit', '/position'],
};

for (const theme of ['light', 'dark'] as const)
  for (const [login, paths] of Object.entries(pages))
    test(`axe finds nothing on the pages of ${login} in the ${theme} theme`, async ({ openAs }) => {
      const page = await openAs(login, { theme });
      const found: string[] = [];
      for (const path of paths) found.push(...(await askAxe(page, path)));
      for (const path of await pathsBelow(page, login)) found.push(...(await askAxe(page, path)));
      expect(found).toEqual([]);
    });

test('axe finds nothing on the sign-in page', async ({ openAs }) => {
  const page = await openAs(null);
  expect(await askAxe(page, '/sign-in')).toEqual([]);
});

test('with a keyboard one skips the bar, opens the sheet of a number and closes it with Escape and with Back', async ({
  openAs,
}) => {
  const page = await openAs('minister-03000');
  await page.goto('/strategic');
  await untilAlive(page);
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip-link')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
  const number = page.locator('main a[href*="sheet=agreement-score"]').first();
  for (let tabs = 0; tabs < 12 && !(await number.evaluate((link) => link === document.activeElement)); tabs += 1)
    await page.keyboard.press('Tab');
  await expect(number).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(sheetOf(page)).toBeVisible();
  await untilAlive(page);
  await page.keyboard.press('Escape');
  await expect(sheetOf(page)).toHaveCount(0);
  await expect(page).toHaveURL(/\/strategic(#content)?$/);
  await number.focus();
  await page.keyboard.press('Enter');
  await expect(sheetOf(page)).toBeVisible();
  await page.goBack();
  await expect(sheetOf(page)).toHaveCount(0);
});

test('without scripts the landing is readable and a number leads to its sheet', async ({ openAs }) => {
  const page = await openAs('minister-03000', { javaScriptEnabled: false });
  await page.goto('/strategic');
  await expect(page.locator('h1')).toHaveText(/จาก 5/);
  await expect(page.locator('main svg').first()).toBeVisible();
  await page.locator('main a[href*="sheet=agreement-score"]:visible').first().click();
  await expect(sheetOf(page)).toBeVisible();
  await sheetOf(page).locator('.sheet-head a').click();
  await expect(sheetOf(page)).toHaveCount(0);
});

/** What is wrong on one page, in a line each. */
async function askAxe(page: Page, path: string): Promise<string[]> {
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(200);
  await untilAlive(page);
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${path} ${id} ×${nodes.length}: ${nodes[0]?.html.slice(0, 160)}`);
}

/** Pages whose address has a number of this suite in it: where each is found, and on which page its link stands. */
const below: Partial<Record<string, { on: string; link: string }[]>> = {
  'cio-03000': [{ on: '/projects', link: 'main a[href^="/projects/"]' }],
  'minister-03000': [
    { on: '/strategic', link: 'main a[href*="sheet=kpi-score"]' },
    { on: '/agreements', link: 'main a[href^="/agreements/"]' },
  ],
  'officer-03003': [{ on: '/feeds', link: 'main a[href^="/runs/"]' }],
};

async function pathsBelow(page: Page, login: string): Promise<string[]> {
  const paths: string[] = [];
  for (const { on, link } of below[login] ?? []) {
    await page.goto(on);
    paths.push((await page.locator(link).first().getAttribute('href')) ?? '');
  }
  return paths;
}
