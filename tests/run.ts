/** `npm test`: build, types, unit and database tests, browser tests; ends with one line of counts. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPages, isBuildStale } from '../app/start/build.ts';
import { findChromium } from './setup/chromium.ts';
import { startSuite } from './setup/suite.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const results = fs.mkdtempSync(path.join(os.tmpdir(), 'suite-results-'));
const only = process.argv[2];
const counts = { passed: 0, failed: 0 };

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

await step('build', async () => {
  if (isBuildStale()) await buildPages();
});
await step('types', () => run('typescript/bin/tsc', ['--noEmit']));
await step('unit', testUnits);
await step('browser', testInBrowser);
fs.rmSync(results, { recursive: true, force: true });
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 ? 0 : 1);

/** `npm test -- unit` runs one step only. A step that fails outside any test counts as one failure. */
async function step(name: string, work: () => Promise<void>): Promise<void> {
  if (only !== undefined && only !== name) return;
  const startedAt = Date.now();
  console.log(`\n── ${name}`);
  const before = counts.failed;
  try {
    await work();
  } catch (error) {
    console.error((error as Error).message);
    if (counts.failed === before) counts.failed += 1;
  }
  console.log(`── ${name}: ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

async function testUnits(): Promise<void> {
  const outputFile = path.join(results, 'unit.json');
  const failure = await run('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${outputFile}`,
  ]).catch((error: Error) => error);
  const { numPassedTests, numFailedTests } = JSON.parse(fs.readFileSync(outputFile, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
  };
  counts.passed += numPassedTests;
  counts.failed += numFailedTests;
  if (failure) throw failure;
}

async function testInBrowser(): Promise<void> {
  const chromium = await findChromium();
  const suite = await startSuite();
  const outputFile = path.join(results, 'browser.json');
  const environment = {
    ...chromium.environment,
    CHROMIUM_PATH: chromium.executablePath,
    BASE_URL: suite.address,
    SUITE_DATA_DIR: suite.dataDir,
    PLAYWRIGHT_JSON_OUTPUT_NAME: outputFile,
  };
  const failure = await run(
    '@playwright/test/cli.js',
    ['test', '--config=tests/browser/playwright.config.ts', '--pass-with-no-tests'],
    environment,
  ).catch((error: Error) => error);
  await suite.stop();
  chromium.remove();
  if (fs.existsSync(outputFile)) {
    const { stats } = JSON.parse(fs.readFileSync(outputFile, 'utf8')) as {
      stats: { expected: number; unexpected: number; flaky: number };
    };
    counts.passed += stats.expected + stats.flaky;
    counts.failed += stats.unexpected;
  }
  if (failure) throw failure;
}

/** Runs a tool out of node_modules; rejects when it ends with a failure. */
function run(file: string, args: string[], environment: Record<string, string> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules', file), ...args], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: 'inherit',
    });
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${path.basename(file)} ended with ${code}`)),
    );
  });
}
