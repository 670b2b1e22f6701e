import { readDatabaseEnv, type DatabaseEnv } from '#db/env.ts';
import { DEMO_PULL_TOKEN } from './demo/upstream-address.ts';

export type EtlEnv = DatabaseEnv & {
  /** Bearer token for a feed's source: PULL_TOKEN_<FEED CODE in capitals, other signs as _>, else PULL_TOKEN. */
  tokenOf: (feedCode: string) => string | undefined;
};

/** Reads the environment once, or throws an EnvironmentError with every problem. */
export function readEtlEnv(source: NodeJS.ProcessEnv): EtlEnv {
  const database = readDatabaseEnv(source);
  return {
    ...database,
    tokenOf: (feedCode) =>
      source[`PULL_TOKEN_${feedCode.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`] ||
      source.PULL_TOKEN ||
      (database.demo ? DEMO_PULL_TOKEN : undefined),
  };
}
