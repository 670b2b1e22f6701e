import type { Clock } from '#db/clock.ts';
import type { Sql } from '#db/connect.ts';
import { SourceProblem } from '../decode/source-problem.ts';
import type { EtlEnv } from '../env.ts';
import { pullFeeds } from '../sources/pull-feed.ts';
import { sayProgress } from './load.ts';
import type { Options } from './options.ts';
import { EXIT, exitCodeOf, failureSentence, print, summaryLines, toAccount } from './output.ts';

/** Pulls one feed, whose summary is printed alone, or all; the worst run decides the exit code. */
export async function runPull(sql: Sql, clock: Clock, env: EtlEnv, { feed, json }: Options): Promise<number> {
  try {
    const runs = await pullFeeds({
      sql,
      clock,
      tokenOf: env.tokenOf,
      onProgress: sayProgress,
      ...(feed === undefined ? {} : { feedCode: feed }),
    });
    const value = feed !== undefined && runs.length === 1 ? toAccount(runs[0]!) : { runs: runs.map(toAccount) };
    print(json, value, runs.flatMap(summaryLines));
    const codes = runs.map(exitCodeOf);
    return codes.includes(EXIT.nothingLoaded) ? EXIT.nothingLoaded : Math.max(EXIT.done, ...codes);
  } catch (error) {
    if (!(error instanceof SourceProblem)) throw error;
    const failure = { code: error.failure, params: error.params };
    print(json, { reason: failure }, [failureSentence('th', failure), failureSentence('en', failure)]);
    return EXIT.nothingLoaded;
  }
}
