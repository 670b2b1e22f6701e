import type { Logger } from 'pino';
import type { Clock } from '#db/clock.ts';
import type { Sql } from '#db/connect.ts';
import type { Env } from '../env.server.ts';

/** What every loader and action gets from the host. */
export interface HostContext {
  env: Env;
  clock: Clock;
  /** Client of the login `web`: without a viewer in the transaction it sees no rows. */
  web: Sql;
  replicas: Sql[];
  /** Signs sessions; 32 bytes or more. */
  sessionSecret: string;
  log: Logger;
  logError(error: unknown): void;
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends HostContext {
    cspNonce: string;
    requestId: string;
    /** Address of the sender, behind a proxy the one that the proxy names. */
    clientAddress: string;
  }
}
