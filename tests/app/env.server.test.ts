import { describe, expect, test } from 'vitest';
import type { EnvironmentError } from '#db/env.ts';
import { readEnv } from '#app/env.server.ts';

const server = { DATABASE_URL: 'postgres://app:secret@db.example.org/dashboards' };
const secret = 'q7Zr1uYb9Xw3Kd5Tn8Lm2Vc6Hs4Jf0Pg';

function problemsOf(source: Record<string, string>): string[] {
  try {
    readEnv(source as unknown as NodeJS.ProcessEnv);
    return [];
  } catch (error) {
    return (error as EnvironmentError).problems;
  }
}

describe('a wrong variable is refused with its name, what it must be, and an example', () => {
  test.each([
    [{ PORT: 'abc' }, /^PORT must be .* e\.g\. PORT=3000/],
    [{ PORT: '70000' }, /^PORT must be/],
    [{ DATABASE_URL: 'db.example.org' }, /^DATABASE_URL must name .* e\.g\. DATABASE_URL=postgres:/],
    [{ ...server, DATABASE_REPLICA_URLS: 'postgres://a:b@c/d,oops', SESSION_SECRET: secret }, /^DATABASE_REPLICA_URLS/],
    [{ DEMO: 'yes' }, /^DEMO must be 1 .* or 0/],
    [{ CLOCK: '2026-11-20' }, /^CLOCK must be an instant/],
    [{ CLOCK: '2026-13-45T09:00+07:00' }, /^CLOCK must be an instant/],
    [
      { DEMO: '0', CLOCK: '2026-11-20T09:00+07:00', SESSION_SECRET: secret },
      /^CLOCK sets the time of a demonstration only/,
    ],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of/],
    [{ PUBLIC_URL: 'dashboard.example.go.th' }, /^PUBLIC_URL must be/],
    [{ HOST: '0.0.0.0' }, /DEMO_PUBLIC=1/],
  ])('%j', (source, sentence) => {
    expect(problemsOf(source)).toEqual([expect.stringMatching(sentence)]);
  });

  test('all problems are told at once', () => {
    expect(problemsOf({ PORT: 'abc', CLOCK: 'now', LOG_LEVEL: 'loud' })).toHaveLength(3);
  });
});

describe('SESSION_SECRET', () => {
  test.each([
    ['is needed on a server', { ...server }],
    ['is needed with DEMO=0', { DEMO: '0' }],
    ['has 32 bytes or more', { ...server, SESSION_SECRET: secret.slice(1) }],
    ['is no placeholder', { ...server, SESSION_SECRET: 'change-me-change-me-change-me-change-me' }],
    ['is not one letter again and again', { ...server, SESSION_SECRET: 'a'.repeat(40) }],
  ])('%s', (_rule, source) => {
    expect(problemsOf(source)).toEqual([expect.stringMatching(/^SESSION_SECRET/)]);
  });

  test('may be missing in a demonstration', () => {
    expect(problemsOf({})).toEqual([]);
  });
});

describe('DEMO', () => {
  test.each([
    [true, {}],
    [false, { ...server, SESSION_SECRET: secret }],
    [false, { NODE_ENV: 'production', SESSION_SECRET: secret }],
    [true, { NODE_ENV: 'production', DEMO: '1' }],
    [true, { ...server, DEMO: '1' }],
  ])('is %s for %j', (demo, source) => {
    expect(readEnv(source as unknown as NodeJS.ProcessEnv).demo).toBe(demo);
  });
});

test('an empty variable counts as not set', () => {
  expect(readEnv({ PORT: '', DATABASE_URL: '' } as unknown as NodeJS.ProcessEnv)).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    dataDir: '.data',
  });
});
