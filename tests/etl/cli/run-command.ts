import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { TestDatabase } from '#tests/setup/database.ts';

const root = join(import.meta.dirname, '../../..');

export type Ended = { code: number | null; out: string; error: string };

/** Starts the ETL's command as an operator does, on a test's database. */
export function startCommand(database: TestDatabase, args: string[], more: Record<string, string> = {}) {
  const { owner, web, etl, read } = database.urls;
  return spawn(process.execPath, ['--import', 'tsx', 'etl/cli.ts', ...args], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: owner,
      DATABASE_URL_WEB: web,
      DATABASE_URL_ETL: etl,
      DATABASE_URL_READ: read,
      DEMO: '0',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The ETL's command, run to its end. */
export function useCommand(database: TestDatabase): (...args: string[]) => Promise<Ended> {
  return (...args) =>
    new Promise((resolve) => {
      const child = startCommand(database, args);
      let [out, error] = ['', ''];
      child.stdout.on('data', (piece) => (out += piece));
      child.stderr.on('data', (piece) => (error += piece));
      child.on('close', (code) => resolve({ code, out, error }));
    });
}

/** The one line that --json prints. */
export function lineOf(out: string): Record<string, unknown> {
  expect(out.split('\n')).toHaveLength(2); // one line and its end
  return JSON.parse(out) as Record<string, unknown>;
}
