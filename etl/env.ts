import { readDatabaseEnv, type DatabaseEnv } from '#db/env.ts';

export type EtlEnv = DatabaseEnv & {
  /** Bearer token for a feed's source: PULL_TOKEN_<FEED CODE in capitals, other signs as _>, else PULL_TOKEN. */
  tokenOf: (feedCode: string) => string | undefined;
};

/** Reads the environment once, or throws an EnvironmentError with every problem. */
export function readEtlEnv(source: NodeJS.ProcessEnv): EtlEnv {
  return {
    ...readDatabaseEnv(source),
    tokenOf: (feedCode) =>
      source[`PULL_TOKEN_${feedCode.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`] || source.PULL_TOKEN || undefined,
  };
}
