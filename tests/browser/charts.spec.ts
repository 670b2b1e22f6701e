import { untilAlive } from './steps/alive.ts';
import { expect, test } from './steps/open-as.ts';

const screens = [
  ['minister-03000', '/strategic'],
  ['minister-03000', '/tactical'],
] as const;

for (const [login, path] of screens)
  test(`nothing moves on ${path} while it is drawn, nor when its charts come alive`, async ({ openAs }) => {
    const page = await openAs(login);
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(path);
    const plot = page.locator('main .plot-grid .plot').first();
    await untilAlive(page);
    await plot.tap({ position: { x: 8, y: 8 } });
    await expect(page.locator('main .recharts-surface').first()).toBeVisible();
    const moved = await page.evaluate(async () => {
      // What the last frame moved is told after it.
      for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
      return (window as unknown as { shifts: number[] }).shifts.reduce((sum, one) => sum + one, 0);
    });
    expect(moved).toBeLessThan(0.02);
  });
