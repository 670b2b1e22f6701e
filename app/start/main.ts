/** `npm start`: the whole suite under one supervisor. */
import { setTimeout as wait } from 'node:timers/promises';
import { EnvironmentError } from '#db/env.ts';
import { endWithParent } from '#db/lifeline.ts';
import { openDatabase } from '#db/open.ts';
import type { DatabaseUrls } from '#db/roles.ts';
import { serverSentence } from '#db/server-fault.ts';
import { readEnv } from '../env.server.ts';
import type { Env } from '../env.server.ts';
import { buildPages, isBuildStale } from './build.ts';
import { keepRunning, logTail } from './child.ts';
import type { Part, Running } from './child.ts';
import { describePart } from './parts.ts';
import { getSignInNames, noteSource, prepareDatabase } from './prepare.ts';
import { complain, createProgress, say, sayPhrase } from './screen.ts';
import { addressOf, checkPort, lockSuite } from './suite-lock.ts';

const isDev = process.argv.includes('--dev');
/** What has to be undone at the end, last started first: the parts, then the database, then the lock. */
const undo: (() => Promise<void> | void)[] = [];
let isStopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!isStopping) sayPhrase('stopping');
    void stop(0);
  });
}
endWithParent(() => stop(1));
start().catch((error: Error) => {
  if (isStopping) return;
  // A plain Error is a sentence for people; anything else is a mistake of ours and shows where it happened.
  const isSentence = error.constructor === Error || error instanceof EnvironmentError;
  complain(serverSentence(error) ?? (isSentence ? error.message : String(error.stack)));
  void stop(1);
});

async function start(): Promise<void> {
  const env = readEnv();
  undo.unshift(lockSuite(env));
  await checkPort(env);
  const isStale = !isDev && isBuildStale();
  if (isStale) sayPhrase('build');
  const built = isStale ? buildPages() : Promise.resolve();
  // Awaited further down; a build that fails before that is no surprise to the process.
  built.catch(() => undefined);
  const urls = await openAndPrepare(env);
  if (isStopping) return;
  const parts = new Parts(env, urls.current);
  undo.unshift(() => parts.stop());
  urls.onMoved = (moved) => parts.move(moved);
  if (env.demo)
    parts.run('upstream', {
      onMessage: (message) =>
        void noteSource(urls.current, (message as { url: string }).url).catch((error: Error) =>
          complain(error.message),
        ),
    });
  const served = built.then(() => {
    if (!isStopping) parts.run('web', isDev ? { command: ['app/server/web.ts', '--dev'] } : {});
  });
  await Promise.all([served, env.demo && !urls.isLoaded ? loadDemonstration(parts) : undefined]);
  parts.run('worker');
  await untilReady(env);
  await announce(env, urls.current);
}

async function openAndPrepare(
  env: Env,
): Promise<{ current: DatabaseUrls; isLoaded: boolean; onMoved: (urls: DatabaseUrls) => void }> {
  sayPhrase('database');
  const opened = { onMoved(_moved: DatabaseUrls): void {} };
  const database = await openDatabase(env, (moved) => opened.onMoved(moved));
  undo.unshift(() => database.close());
  sayPhrase('migrations');
  return Object.assign(opened, { current: database.urls, ...(await prepareDatabase(env, database.urls)) });
}

/** The suite's child processes. */
class Parts {
  readonly #running = new Map<string, Running>();

  constructor(
    readonly env: Env,
    private urls: DatabaseUrls,
  ) {}

  run(name: Parameters<typeof describePart>[0], more: Partial<Part> = {}): void {
    const onExit: Part['onExit'] = ({ code, signal }) => {
      complain(`${name}: ${signal ?? `exit ${code}`} – ${logTail(part.logFile)}`);
      sayPhrase('again', name);
      return true;
    };
    const part = describePart(name, this.env, () => this.urls, { onExit, ...more });
    const running = keepRunning(part);
    this.#running.set(name, running);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#running.values()].map((running) => running.stop()));
  }

  /** The embedded Postgres had to take another port: everybody gets the new address. */
  move(urls: DatabaseUrls): void {
    this.urls = urls;
    for (const running of this.#running.values()) running.restart();
  }
}

const loadAttempts = 4;

function loadDemonstration(parts: Parts): Promise<void> {
  const show = createProgress('demonstration');
  show(0, 1, '');
  let attempts = 0;
  return new Promise((resolve, reject) => {
    parts.run('demonstration', {
      onMessage: (message) => {
        const { done, total, label } = message as { done: number; total: number; label: string };
        show(done, total, label);
      },
      onExit: ({ code, signal }) => {
        attempts += 1;
        if (code === 0) resolve();
        else if (signal === null && attempts >= loadAttempts)
          reject(
            new Error(
              `The demonstration feeds could not be loaded; see logs/demonstration.log in the data folder. Its end:\n${logTail(describePart('demonstration', parts.env, () => ({}) as DatabaseUrls, { onExit: () => false }).logFile)}`,
            ),
          );
        else return true;
        return false;
      },
    });
  });
}

async function untilReady(env: Env): Promise<void> {
  const host = ['0.0.0.0', '::'].includes(env.host) ? '127.0.0.1' : env.host;
  for (let waited = 0; waited < 120_000 && !isStopping; waited += 100) {
    const answer = await fetch(`http://${host}:${env.port}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await wait(100);
  }
  if (!isStopping)
    throw new Error(
      `The suite did not become ready. See the logs in ${env.dataDir}/logs, and http://${host}:${env.port}/readyz for what is missing.`,
    );
}

async function announce(env: Env, urls: DatabaseUrls): Promise<void> {
  const names = await getSignInNames(urls);
  sayPhrase('ready', addressOf(env));
  if (names.length > 0 && env.demo) sayPhrase('signIn', names.join('  '));
  if (names.length === 0) sayPhrase('firstAdministrator');
  sayPhrase('stopHint');
}

async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  for (const step of undo) await Promise.resolve(step()).catch((error: Error) => say(error.message));
  process.exit(code);
}
