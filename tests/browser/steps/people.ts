import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { touch } from './alive.ts';

/** Whose landings are judged, and where each lands. */
export const landings = {
  pm: '/strategic',
  'minister-03000': '/strategic',
  'ps-03000': '/strategic',
  'cio-03000': '/projects',
  'dg-03003': '/tactical',
  'officer-03003': '/feeds',
} as const;
export type Login = keyof typeof landings;

/** The password of everybody in a demonstration. */
const password = 'demo';

/** Signs in the way a person does, and waits for where that leads. */
export async function signIn(page: Page, login: string): Promise<void> {
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in/);
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill(password);
  await touch(page.locator('form[action="/sign-in"] button'));
  await expect(page).not.toHaveURL(/\/sign-in/);
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>;
const states = new Map<string, Promise<State>>();

/** The cookies of someone signed in, asked for once per worker: a password is slow to check on purpose. */
export function stateOf(browser: Browser, login: string): Promise<State> {
  const known = states.get(login);
  if (known) return known;
  const state = enter(browser, login);
  states.set(login, state);
  return state;
}

async function enter(browser: Browser, login: string): Promise<State> {
  const context = await browser.newContext();
  const answer = await context.request.post('/sign-in', {
    form: { login, password, returnTo: '/' },
    maxRedirects: 0,
  });
  expect(answer.status(), `sign-in of ${login}`).toBe(302);
  const state = await context.storageState();
  await context.close();
  return state;
}
