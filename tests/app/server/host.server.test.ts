import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import type { ServerBuild } from '@remix-run/node';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '#app/server/app.ts';
import { readEnv } from '#app/env.server.ts';
import { realClock } from '#db/clock.ts';
import { noteInstallation } from '#db/installation.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();
const lines: string[] = [];
let server: Server;
let port: number;

/** One page and one event stream instead of the real pages. */
const build = {
  entry: {
    module: {
      default: (_request: Request, status: number, headers: Headers, _: unknown, context: { cspNonce: string }) =>
        new Response(`<p>${context.cspNonce}</p>`, { status, headers }),
    },
  },
  routes: {
    root: { id: 'root', path: '', module: { default: () => null, loader: () => null, action: () => null } },
    stream: {
      id: 'stream',
      parentId: 'root',
      path: 'live',
      module: {
        loader: () => new Response('data: 1\n\n'.repeat(2_000), { headers: { 'Content-Type': 'text/event-stream' } }),
      },
    },
  },
  assets: { entry: { module: '', imports: [] }, routes: {}, url: '', version: '1' },
  publicPath: '/',
  assetsBuildDirectory: '',
  future: {},
  isSpaMode: false,
} as unknown as ServerBuild;

beforeAll(async () => {
  const context = {
    env: readEnv({ DEMO: '1' } as unknown as NodeJS.ProcessEnv),
    web: database.web,
    replicas: [],
    clock: realClock,
    sessionSecret: 'x'.repeat(32),
    log: pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }),
    logError: (error: unknown) => void lines.push(String(error)),
  };
  server = createApp({ kind: 'built', build, clientDir: 'public' }, context).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** fetch() sets Host and Origin by itself; here they are the point. */
function ask(
  method: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Record<string, string>; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      let body = '';
      answer.on('data', (bytes: Buffer) => (body += bytes.toString('latin1')));
      answer.on('end', () =>
        resolve({ status: answer.statusCode!, headers: answer.headers as Record<string, string>, body }),
      );
    });
    asked.once('error', reject);
    asked.end();
  });
}

describe('every answer', () => {
  test('carries a policy whose nonce is the page’s own and new each time', async () => {
    const [one, two] = [await ask('GET', '/'), await ask('GET', '/')];
    const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(one.headers['content-security-policy']!)![1]!;
    expect(one.body).toContain(nonce);
    expect(two.body).not.toContain(nonce);
    expect(one.headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
  });

  test('is kept by no shared store', async () => {
    expect((await ask('GET', '/')).headers['cache-control']).toBe('private, no-store');
  });

  test('an event stream is not compressed, since compression would hold events back', async () => {
    expect((await ask('GET', '/live', { 'Accept-Encoding': 'gzip' })).headers['content-encoding']).toBeUndefined();
  });
});

describe('a write', () => {
  const own = () => `http://127.0.0.1:${port}`;

  test.each([
    ['from another site', { Origin: 'https://evil.example' }],
    ['from another port of this machine', { Origin: 'http://127.0.0.1:1' }],
    ['from an origin that hides', { Origin: 'null' }],
    ['that the browser calls cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['that the browser calls same-site', { 'Sec-Fetch-Site': 'same-site' }],
  ])('%s is refused', async (_case, headers) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect((await ask(method, '/', headers as unknown as Record<string, string>)).status).toBe(403);
  });

  test('from the suite itself, or from a program without an origin, goes on to the pages', async () => {
    expect((await ask('POST', '/', { Origin: own(), 'Sec-Fetch-Site': 'same-origin' })).status).not.toBe(403);
    expect((await ask('POST', '/')).status).not.toBe(403);
  });
});

test('a demonstration answers to no name but its own', async () => {
  expect((await ask('GET', '/', { Host: 'rebound.example' })).status).toBe(421);
});

test('the log holds method, path and status, and neither query nor headers', async () => {
  lines.length = 0;
  await ask('GET', '/?token=tell-nobody', { Cookie: 'session=tell-nobody', Authorization: 'Bearer tell-nobody' });
  await expect.poll(() => lines.join('')).toMatch(/"method":"GET","path":"\/","status":200/);
  expect(lines.join('')).not.toContain('tell-nobody');
});

test('/readyz is 200 only when the demonstration is loaded, and /metrics counts requests by area', async () => {
  expect(await ask('GET', '/readyz')).toMatchObject({
    status: 503,
    body: expect.stringContaining('"demonstration":"loading"') as string,
  });
  await noteInstallation(database.owner, 'demonstration_loaded_at', '2026-11-20T02:00:00Z');
  expect((await ask('GET', '/readyz')).status).toBe(200);
  expect((await ask('GET', '/metrics')).body).toMatch(
    /http_request_duration_seconds_count\{area="readyz",method="GET",status="2xx"\} 1\n/,
  );
});
