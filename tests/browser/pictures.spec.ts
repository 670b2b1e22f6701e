import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from './steps/open-as.ts';

const folder = fileURLToPath(new URL('../../public/pictures/', import.meta.url));
const people = {
  pm: 'pm',
  minister: 'minister-03000',
  ps: 'ps-03000',
  cio: 'cio-03000',
  officer: 'officer-03008',
} as const;
const sizes = { landscape: { width: 1180, height: 740 }, portrait: { width: 820, height: 1180 } };

/** Drawn for the README with PICTURES=1; not a test of anything. */
test.skip(!process.env.PICTURES, 'drawn only when asked for');

for (const [role, login] of Object.entries(people))
  test(`the pictures of ${role}`, async ({ openAs }) => {
    fs.mkdirSync(folder, { recursive: true });
    for (const [orientation, size] of Object.entries(sizes))
      for (const theme of ['light', 'dark'] as const) {
        const page = await openAs(login, { theme, size });
        await page.goto('/');
        await expect(page.locator('h1')).toBeVisible();
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({ path: path.join(folder, `${role}-${orientation}-${theme}.png`), scale: 'css' });
        await page.context().close();
      }
  });
