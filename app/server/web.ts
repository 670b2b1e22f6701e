/** The web process: `npm run web`, or a child of `npm start`. Stateless; any number may run. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { pino } from 'pino';
import { openClock } from '#db/clock.ts';
import { connect } from '#db/connect.ts';
import { EnvironmentError } from '#db/env.ts';
import { endWithParent } from '#db/lifeline.ts';
import { openDatabase } from '#db/open.ts';
import { readEnv } from '../env.server.ts';
import type { Env } from '../env.server.ts';
import { createApp } from './app.ts';
import type { HostContext } from './load-context.ts';
import { builtPages, devPages } from './pages.ts';
import { sessionSecretOf } from './session-secret.ts';

const isDev = process.argv.includes('--dev');

serve().catch((error: Error) => {
  process.stderr.write(error instanceof EnvironmentError ? `${error.message}\n` : `${error.stack}\n`);
  process.exit(1);
});

async function serve(): Promise<void> {
  const env = readEnv();
  // React and Express are several times slower outside production; set after DEMO was decided, which looks at it too.
  process.env.NODE_ENV = isDev ? 'development' : 'production';
  const log = pino({ level: env.logLevel, base: { process: 'web', pid: process.pid } });
  const database = await openWebDatabase(env);
  const web = connect(database.url, { max: 10, name: 'suite web' });
  const context: HostContext = {
    env,
    web,
    replicas: env.replicaUrls.map((url) => connect(url, { max: 10, name: 'suite web' })),
    clock: await openClock(web, env),
    sessionSecret: sessionSecretOf(env),
    log,
    logError: (error) => log.error({ error: error instanceof Error ? error.stack : String(error) }, 'failure'),
  };
  const server = createServer(createApp(isDev ? await devPages() : await builtPages(), context));
  const end = async () => {
    await close(server);
    await Promise.all([web, ...context.replicas].map((sql) => sql.end({ timeout: 1 })));
    await database.close();
  };
  endWithParent(end);
  process.once('SIGTERM', () => void end().finally(() => process.exit(0)));
  if (!process.channel) process.once('SIGINT', () => void end().finally(() => process.exit(0)));
  await listen(server, env);
  log.info(`listening on http://${env.host}:${env.port}`);
  process.send?.('listening');
}

/** Only the web login is needed; the supervisor gives no more than that. */
async function openWebDatabase(env: Env): Promise<{ url: string; close(): Promise<void> }> {
  if (env.loginUrls.web !== undefined) return { url: env.loginUrls.web, close: async () => undefined };
  const opened = await openDatabase(env, () => {
    // A moved database means new connections everywhere: whoever runs this process starts it again.
    process.kill(process.pid, 'SIGTERM');
  });
  return { url: opened.urls.web, close: opened.close };
}

function listen(server: Server, env: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${env.port} on ${env.host} is taken by another program. Stop it, or choose another: PORT=${env.port + 1}.`,
            )
          : error,
      );
    });
    server.listen(env.port, env.host, resolve);
  });
}

/** Lets requests finish; event streams never would, so they are closed after a second. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 1_000);
  });
}
