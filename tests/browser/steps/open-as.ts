import { expect, test as base, type BrowserContextOptions, type Page } from '@playwright/test';
import { stateOf } from './people.ts';

export type Reading = {
  theme?: 'light' | 'dark';
  language?: 'th' | 'en';
  size?: { width: number; height: number };
} & Pick<BrowserContextOptions, 'javaScriptEnabled'>;

type Fixtures = {
  /** A page of someone who is signed in already; null for nobody. */
  openAs(login: string | null, reading?: Reading): Promise<Page>;
};

/** `test` with signed-in pages. Whatever a page complains about in the console – the policy on its content too – fails the test. */
export const test = base.extend<Fixtures & { faults: string[] }>({
  faults: [
    async ({ baseURL: _ }, use) => {
      const faults: string[] = [];
      await use(faults);
      expect(faults, 'faults told in the console').toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ page, faults }, use) => {
    noteFaults(page, faults);
    await use(page);
  },
  openAs: async ({ browser, contextOptions, baseURL, viewport, faults }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (login, { theme = 'light', language = 'th', size, javaScriptEnabled = true } = {}) => {
      const context = await browser.newContext({
        ...contextOptions,
        viewport: size ?? viewport,
        javaScriptEnabled,
        ...(login ? { storageState: await stateOf(browser, login) } : {}),
      });
      contexts.push(context);
      const url = baseURL!;
      await context.addCookies([
        { name: 'theme', value: theme, url },
        { name: 'lang', value: language, url },
      ]);
      const page = await context.newPage();
      noteFaults(page, faults);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});
export { expect };

/** A page that was left before it was whole says so, before its answer or in the middle of it; that is no fault. */
const harmless = /net::ERR_ABORTED|BodyStreamBuffer was aborted|favicon/;

function noteFaults(page: Page, faults: string[]): void {
  const note = (fault: string) =>
    void (harmless.test(fault) || faults.push(`${new URL(page.url()).pathname}: ${fault}`));
  page.on('console', (message) => message.type() === 'error' && note(message.text()));
  page.on('pageerror', (error) => note(error.message));
}
