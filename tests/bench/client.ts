import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from '@playwright/test';
import { fixedClock } from '#db/clock.ts';
import { loadDemonstration } from '#etl/demo/load.ts';
import { landings } from '#tests/browser/steps/people.ts';
import { findChromium } from '#tests/setup/chromium.ts';
import { inFreshDatabase } from './bench-database.ts';
import { NOW, serveBuilt, type Host } from './host.ts';
import { tell } from './report.ts';

const LIMITS = { landingKb: 140, rechartsKb: 130 };
const client = fileURLToPath(new URL('../../build/client/', import.meta.url));

/** Gzip bytes of the scripts that a real browser asks for on each landing, and of Recharts with what only it needs. */
export async function benchClient(): Promise<void> {
  await inFreshDatabase(async (database) => {
    await loadDemonstration({
      sql: database.etl,
      owner: database.owner,
      dataDir: database.folder,
      clock: fixedClock(NOW),
    });
    const host = await serveBuilt(database);
    const found = await findChromium();
    const browser = await chromium.launch({
      executablePath: found.executablePath,
      env: { ...process.env, ...found.environment } as Record<string, string>,
      args: ['--no-sandbox', '--headless=shell', '--disable-dev-shm-usage'],
    });
    try {
      for (const [login, landing] of Object.entries(landings)) await measure(browser, host, login, landing);
    } finally {
      await browser.close();
      found.remove();
      await host.close();
    }
  });
}

async function measure(browser: Browser, host: Host, login: string, landing: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1180, height: 740 } });
  await context.addCookies([{ name: 'session', value: await host.signIn(login), url: host.address }]);
  const page = await context.newPage();
  const scripts = new Set<string>();
  page.on('response', (answer) => {
    const { pathname } = new URL(answer.url());
    if (pathname.endsWith('.js') && answer.ok()) scripts.add(pathname);
  });
  await page.goto(`${host.address}${landing}`, { waitUntil: 'load' });
  // Live screens keep a stream open, so the network is never idle: wait for what the page asks for by itself.
  await page.waitForTimeout(3_000);
  await context.close();
  const loaded = [...scripts].filter((script) => !isRecharts(script));
  tell(`${landing} ${login}, ${loaded.length} scripts`, kilobytes(loaded), against(loaded, LIMITS.landingKb));
  const charts = chartScripts().filter((script) => !loaded.includes(script));
  tell('  Recharts when first used', kilobytes(charts), against(charts, LIMITS.rechartsKb));
  if ([...scripts].some(isRecharts)) console.log('  (asked for by this page without a touch)');
}

const sizes = new Map<string, number>();

function sizeOf(script: string): number {
  const known = sizes.get(script) ?? gzipSync(fs.readFileSync(path.join(client, script))).length;
  sizes.set(script, known);
  return known;
}

const total = (scripts: readonly string[]): number => scripts.reduce((sum, script) => sum + sizeOf(script), 0) / 1000;
const kilobytes = (scripts: readonly string[]): string => `${total(scripts).toFixed(1)} kB gzip`;
const against = (scripts: readonly string[], limit: number) => ({ is: total(scripts), limit, unit: ' kB' });

const textOf = (script: string): string => fs.readFileSync(path.join(client, script), 'utf8');

/** The library's own chunk, and the charts that stand on it. */
function isRecharts(script: string): boolean {
  const text = textOf(script);
  return (
    text.includes('recharts-wrapper') || importsOf(text).some((other) => textOf(other).includes('recharts-wrapper'))
  );
}

/** The chunks that import the library at once, and everything that they import. */
function chartScripts(): string[] {
  const all = fs.readdirSync(path.join(client, 'assets')).filter((name) => name.endsWith('.js'));
  const needed = new Set<string>();
  const add = (script: string): void => {
    if (needed.has(script)) return;
    needed.add(script);
    importsOf(textOf(script)).forEach(add);
  };
  all
    .map((name) => `/assets/${name}`)
    .filter(isRecharts)
    .forEach(add);
  return [...needed];
}

/** What a chunk imports at once, not on demand. */
function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)].map(([, name]) => `/assets/${name}`);
}
