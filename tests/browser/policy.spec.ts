import { touch } from './steps/alive.ts';
import { expect, test } from './steps/open-as.ts';
import { landings, type Login } from './steps/people.ts';

for (const [login, path] of Object.entries(landings))
  test(`${path} of ${login} runs under a policy without inline scripts, and breaks none of it`, async ({ openAs }) => {
    const page = await openAs(login as Login);
    const answer = await page.goto(path);
    const policy = answer?.headers()['content-security-policy'] ?? '';
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]+';/);
    expect(policy).toContain("object-src 'none'");
    // Its own scripts run under it; whatever it stops is told in the console.
    await touch(page.locator('.bar-person'));
    await expect(page.locator('dialog.sheet')).toBeVisible();
  });
