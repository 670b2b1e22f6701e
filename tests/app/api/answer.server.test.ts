import { beforeAll, describe, expect, test } from 'vitest';
import { answer } from '#app/api/answer.server.ts';
import { describeApi } from '#app/api/openapi.server.ts';
import { endpoints } from '#app/api/registry.server.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { addHolder, get, makeContext, startTestSession } from '#tests/setup/visitor.ts';

const database = useDatabase();
const tokens: Record<string, string> = {};

beforeAll(async () => {
  tokens.dg = await startTestSession(database, await addHolder(database, 'dg', 'dg-03003'));
  tokens.admin = await startTestSession(database, await addHolder(database, 'admin', 'admin'));
  const [dg] = await database.owner`select id from access.person where login = 'dg'`;
  tokens.program = await startTestSession(database, dg!.id as number, 'token');
});

const ask = (path: string, token?: string) => answer(get(`/api/v1${path}`, token), makeContext(database));
const askAsProgram = (path: string, token: string) =>
  answer(get(`/api/v1${path}`, undefined, { Authorization: `Bearer ${token}` }), makeContext(database));

describe('/api/v1', () => {
  test('answers with the publication and the data, and tells no secret of the session', async () => {
    const response = await ask('/me', tokens.dg);
    const body = (await response.json()) as { publication: null; data: Record<string, unknown> };
    expect(body).toMatchObject({ publication: null, data: { login: 'dg', unit: { code: '03003' } } });
    expect(body.data).not.toHaveProperty('csrfToken');
  });

  test.each([
    ['/nowhere', 'dg', 404],
    ['/audit', 'dg', 403],
    ['/audit?from=2569-10-01x', 'admin', 400],
    ['/me', undefined, 401],
  ])('%s as %s is a problem %i in both languages', async (path, who, status) => {
    const response = await ask(path, who && tokens[who]);
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toContain('application/problem+json');
    const body = (await response.json()) as Record<string, string>;
    expect(body.detail).toMatch(/[a-z]/);
    expect(body.detailTh).toMatch(/[ก-๙]/);
  });

  test('every function answers nobody with 401 and without rows', async () => {
    for (const { path } of endpoints) {
      for (const response of [
        await ask(path.replace(/\{\w+\}/g, '1')),
        await askAsProgram(path.replace(/\{\w+\}/g, '1'), 'x'.repeat(43)),
      ]) {
        expect(response.status).toBe(401);
        expect(response.headers.get('Set-Cookie')).toBeNull();
        expect(await response.json()).not.toHaveProperty('data');
      }
    }
  });

  test('a program’s read is an export in the audit log, and sets no cookie', async () => {
    const response = await askAsProgram('/me', tokens.program!);
    expect([response.status, response.headers.get('Set-Cookie')]).toEqual([200, null]);
    const [row] = await database.owner`select subject, outcome from access.audit_log where act = 'export'`;
    expect(row).toEqual({ subject: '/api/v1/me', outcome: 'done' });
  });

  test('writes are not taken', async () => {
    const request = new Request('http://127.0.0.1/api/v1/me', { method: 'DELETE' });
    const response = await answer(request, makeContext(database));
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  });
});

test('openapi.json describes every endpoint with its parameters', () => {
  const { paths } = describeApi() as { paths: Record<string, { get: { parameters: { name: string }[] } }> };
  expect(Object.keys(paths)).toEqual(endpoints.map(({ path }) => path));
  expect(paths['/audit']!.get.parameters.map(({ name }) => name)).toEqual(['act', 'person', 'from', 'to', 'page']);
});
