import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { connect } from '#db/connect.ts';
import { serverSentence, whenServerAnswers } from '#db/server-fault.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();
const root = join(import.meta.dirname, '../..');

/** What a command says of an address, and how it ends. */
async function run(command: string, args: string[], part: Partial<URL>): Promise<{ code: number; said: string }> {
  return promisify(execFile)(process.execPath, ['--import', 'tsx', command, ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: change('owner', part), DATABASE_URL_ETL: change('etl', part), DEMO: '0' },
  }).then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      said: error.stdout + error.stderr,
    }),
  );
}

const change = (login: 'owner' | 'etl', part: Partial<URL>): string =>
  Object.assign(new URL(database.urls[login]), part).href;

describe('an address that leads to no database', () => {
  test.each([
    ['a port where nobody listens', { port: '1' }, /does not answer .* names its host and port/],
    ['a wrong password', { password: 'guess' }, /refuses the login .* Correct name and password/],
    ['a database that nobody made', { pathname: '/nowhere' }, /"nowhere" does not exist.*create database/],
  ] as const)('%s is told in one line, by every command', async (_what, part, sentence) => {
    for (const [command, args] of [
      ['etl/cli.ts', ['feeds']],
      ['db/cli.ts', ['verify']],
    ] as const) {
      const { code, said } = await run(command, [...args], part);
      expect([code, said.trim().split('\n')]).toEqual([1, [expect.stringMatching(sentence)]]);
    }
  });

  test('a database without our tables is told with the command that makes them', async () => {
    const { code, said } = await run('etl/cli.ts', ['feeds'], { pathname: '/postgres' });
    expect([code, said.trim().split('\n')]).toEqual([
      1,
      [expect.stringMatching(/not at this version .* npm run db -- migrate/)],
    ]);
  });

  test('what is no fault of the server gets no sentence of it', async () => {
    const sql = connect(database.urls.owner, { max: 1 });
    const error: unknown = await sql`select 1 / 0`.catch((cause: unknown) => cause);
    await sql.end();
    expect(serverSentence(error)).toBeUndefined();
    await expect(whenServerAnswers(() => Promise.reject(error as Error))).rejects.toBe(error);
  });
});
