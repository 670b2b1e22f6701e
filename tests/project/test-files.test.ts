import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import playwright from '#tests/browser/playwright.config.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Path of each test file → who runs it, as the runners themselves find it. */
function findRunners(): Map<string, string[]> {
  const listing = execFileSync(
    process.execPath,
    [path.join(root, 'node_modules/vitest/vitest.mjs'), 'list', '--filesOnly', '--json'],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const runners = new Map<string, string[]>();
  for (const { file, projectName } of JSON.parse(listing) as { file: string; projectName: string }[]) {
    const known = runners.get(path.relative(root, file)) ?? [];
    runners.set(path.relative(root, file), [...known, projectName]);
  }
  return runners;
}

describe('test files', () => {
  const files = readdirSync(path.join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(test|spec)\.[cm]?[jt]sx?$/.test(name))
    .map((name) => `tests/${name}`);

  it('are each run once: by one project of the unit tests, or in the browser', () => {
    expect(playwright).toMatchObject({ testDir: '.', testMatch: '**/*.spec.ts' });
    const runners = findRunners();
    const wrong = files.flatMap((file) => {
      const isForBrowser = file.startsWith('tests/browser/') && file.endsWith('.spec.ts');
      const names = [...(runners.get(file) ?? []), ...(isForBrowser ? ['browser'] : [])];
      return names.length === 1 ? [] : [`${file}: ${names.join(', ') || 'nobody'}`];
    });
    expect(wrong).toEqual([]);
    expect(files.length).toBeGreaterThan(100);
  });
});
