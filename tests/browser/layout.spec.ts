import { untilAlive } from './steps/alive.ts';
import { judgeLayout, type LayoutFaults } from './steps/layout.ts';
import { expect, test } from './steps/open-as.ts';
import { landings, type Login } from './steps/people.ts';

const sizes = [
  [1180, 820],
  [1180, 740],
  [1024, 768],
  [1024, 690],
  [820, 1180],
] as const;

/** These fit the screen at their first view; the others are lists, which may go on below. */
const dashboards = ['/strategic', '/tactical', '/operational'];

const screens = [
  ...Object.entries(landings).map(([login, path]) => ({ login: login as Login, path })),
  { login: 'pm' as const, path: '/operational' },
  { login: 'pm' as const, path: '/tactical' },
  { login: 'admin' as const, path: '/people' },
];

for (const { login, path, language } of screens.flatMap((screen) => [
  { ...screen, language: 'th' as const },
  { ...screen, language: 'en' as const },
]))
  test(`${path} of ${login} in ${language} fits every tablet: nothing clipped, overlapping, too small to read or to touch, too near one another, no stray colour`, async ({
    openAs,
  }) => {
    const page = await openAs(login, { language });
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    await untilAlive(page);
    const faults: Record<string, string[]> = {};
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      const found: LayoutFaults = await judgeLayout(page);
      if (!dashboards.includes(path)) found.scroll = found.scroll.filter((one) => one.includes('wide'));
      for (const [kind, list] of Object.entries(found))
        if (list.length > 0) faults[`${width}×${height} ${kind}`] = list.slice(0, 12);
    }
    expect(faults).toEqual({});
  });
