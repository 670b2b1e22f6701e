import type { AddressInfo } from 'node:net';
import { Agent, request } from 'node:http';
import type { LoaderFunctionArgs, ServerBuild } from '@remix-run/node';
import { pino } from 'pino';
import { withViewer } from '#app/access/viewer.server.ts';
import { readEnv } from '#app/env.server.ts';
import { createApp } from '#app/server/app.ts';
import { builtPages } from '#app/server/pages.ts';
import { buildPages, isBuildStale } from '#app/start/build.ts';
import { fixedClock } from '#db/clock.ts';
import { connect } from '#db/connect.ts';
import { getHoldings, startSession } from '#db/writes/sessions.ts';
import { bangkokDateOf } from '#domain/time/fiscal-calendar.ts';
import type { BenchDatabase } from './bench-database.ts';

export const NOW = '2026-11-20T02:00:00Z';
/** A page of the bench alone: the same shell, session, viewer and language, and one `select 1`. */
export const EMPTY_PAGE = '/bench-empty';

export type Host = {
  address: string;
  signIn(login: string): Promise<string>;
  /** Milliseconds from asking to the last byte, over a connection that stays open. */
  time(path: string, token: string): Promise<number>;
  close(): Promise<void>;
};

/** The built pages served in this process. */
export async function serveBuilt({ urls, owner }: BenchDatabase): Promise<Host> {
  if (isBuildStale()) await buildPages();
  process.env.NODE_ENV = 'production';
  const pages = await builtPages();
  if (pages.kind !== 'built') throw new Error('Only built pages are measured.');
  const web = connect(urls.web, { max: 10 });
  const context = {
    env: readEnv({ DEMO: '1' } as unknown as NodeJS.ProcessEnv),
    web,
    replicas: [],
    clock: fixedClock(NOW),
    sessionSecret: 'of the bench only; thirty-two bytes or more',
    log: pino({ level: 'silent' }),
    logError: (error: unknown) => console.log(String(error)),
  };
  const server = createApp({ ...pages, build: withEmptyPage(pages.build) }, context).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    address: `http://127.0.0.1:${port}`,
    signIn: async (login) => {
      const [person] = await owner<{ id: number }[]>`select id from access.person where login = ${login}`;
      const now = new Date(NOW);
      const [holding] = await getHoldings(owner, person!.id, bangkokDateOf(now));
      const expiresAt = new Date(now.getTime() + 12 * 3_600_000);
      return (await startSession(web, { personId: person!.id, holding: holding!, kind: 'browser', now, expiresAt }))!;
    },
    time: (path, token) => timeOf(agent, port, path, token),
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await web.end({ timeout: 2 });
    },
  };
}

function withEmptyPage(build: ServerBuild): ServerBuild {
  const id = 'routes/bench-empty';
  const place = { id, parentId: 'root', path: EMPTY_PAGE.slice(1) };
  const loader = ({ request: asked, context }: LoaderFunctionArgs) =>
    withViewer(asked, context, async (tx) => ({ rows: [...(await tx`select 1 as one`)] }));
  const flags = {
    hasAction: false,
    hasLoader: true,
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: false,
  };
  const known = build.assets.routes['routes/strategic']!;
  return {
    ...build,
    routes: { ...build.routes, [id]: { ...place, module: { default: () => null, loader } } },
    assets: {
      ...build.assets,
      routes: { ...build.assets.routes, [id]: { ...place, ...flags, module: known.module, imports: [] } },
    },
  } as ServerBuild;
}

function timeOf(agent: Agent, port: number, path: string, token: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const asked = request(
      { agent, port, host: '127.0.0.1', path, headers: { Cookie: `session=${token}; lang=th` } },
      (answer) => {
        answer.resume();
        answer.once('end', () => {
          if (answer.statusCode === 200) resolve(performance.now() - startedAt);
          else reject(new Error(`${path} answered ${answer.statusCode}`));
        });
      },
    );
    asked.once('error', reject);
    asked.end();
  });
}
