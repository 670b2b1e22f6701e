/** The command line of the ETL; see cli/usage.ts. */
import { openClock, type Clock } from '#db/clock.ts';
import { connect, type Sql } from '#db/connect.ts';
import { EnvironmentError } from '#db/env.ts';
import { endWithParent } from '#db/lifeline.ts';
import { openDatabase, type OpenDatabase } from '#db/open.ts';
import { serverSentence } from '#db/server-fault.ts';
import { runDuty } from './cli/duty.ts';
import { runFeed } from './cli/feed.ts';
import { listFeeds, listMappings, listRuns, showRun } from './cli/lists.ts';
import { checkLoad, runLoad } from './cli/load.ts';
import { readOptions, type Options } from './cli/options.ts';
import { EXIT } from './cli/output.ts';
import { runPull } from './cli/pull.ts';
import { USAGE, UsageError } from './cli/usage.ts';
import { readEtlEnv, type EtlEnv } from './env.ts';
import { InterruptedLoad } from './run/interrupted-load.ts';

type Suite = { sql: Sql; clock: Clock; env: EtlEnv; database: OpenDatabase };

process.exitCode = await main(process.argv.slice(2));
if (!process.channel) process.exit();

async function main(args: string[]): Promise<number> {
  try {
    const options = readOptions(args);
    return await run(options);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${USAGE}\n`);
      return EXIT.wrongUsage;
    }
    const sentence = error instanceof EnvironmentError ? error.message : serverSentence(causeOf(error));
    process.stderr.write(`${sentence ?? (error as Error).stack ?? String(error)}\n`);
    return EXIT.nothingLoaded;
  }
}

function causeOf(error: unknown): unknown {
  return error instanceof InterruptedLoad ? error.cause : error;
}

async function run(options: Options): Promise<number> {
  switch (options.command) {
    case 'load':
      checkLoad(options);
      return withSuite(({ sql, clock }) => runLoad(sql, clock, options));
    case 'pull':
      return withSuite(({ sql, clock, env }) => runPull(sql, clock, env, options));
    case 'feed':
      return withSuite(({ sql, clock }) => runFeed(sql, clock, options));
    case 'duty':
      return withSuite(({ sql, clock }) => runDuty(sql, clock, options));
    case 'feeds':
      return withSuite(({ sql }) => listFeeds(sql, options));
    case 'mappings':
      return listMappings(options);
    case 'runs':
      return withSuite(({ sql }) => listRuns(sql, options));
    case 'show':
      return withSuite(({ sql }) => showRun(sql, options));
    case 'template':
      return (await import('./cli/template-command.ts')).runTemplate(options);
    case 'worker':
      return runWorkerUntilStopped();
    default:
      throw new UsageError(options.command === '' ? 'which command?' : `there is no command "${options.command}"`);
  }
}

async function withSuite(work: (suite: Suite) => Promise<number>): Promise<number> {
  const env = readEtlEnv(process.env);
  const database = await openDatabase(env);
  try {
    const sql = connect(database.urls.etl, { max: 7, name: 'suite etl' });
    return await work({ sql, clock: await openClock(sql, env), env, database }).finally(() => sql.end({ timeout: 5 }));
  } finally {
    await database.close();
  }
}

async function runWorkerUntilStopped(): Promise<number> {
  const { runWorker } = await import('./tasks/worker.ts');
  return withSuite(async ({ clock, database }) => {
    const worker = await runWorker({
      urls: database.urls,
      clock,
      say: (level: string, message: string) => process.stderr.write(`${level} ${message}\n`),
    });
    const stop = (): Promise<void> => worker.stop();
    endWithParent(stop);
    process.once('SIGTERM', () => void stop());
    process.once('SIGINT', () => void stop());
    await worker.done;
    return EXIT.done;
  });
}
