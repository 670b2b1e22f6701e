import { embeddedUrls } from './embedded/urls.ts';
import { holdEmbedded } from './embedded.ts';
import type { DatabaseEnv } from './env.ts';
import { databaseUrls } from './roles.ts';
import type { DatabaseUrls } from './roles.ts';

/** The database of this installation, for as long as the process needs it. */
export interface OpenDatabase {
  urls: DatabaseUrls;
  embedded: boolean;
  /** Gives the embedded Postgres back; it ends when nobody else uses it. */
  close(): Promise<void>;
}

/**
 * The server of DATABASE_URL, or the embedded Postgres of the data folder: joined where it runs, else started for the time being.
 * When its keeper is killed it is started again, on the same port, and clients reconnect by themselves;
 * `onMoved` tells the new addresses where the port had been taken meanwhile.
 */
export async function openDatabase(
  env: DatabaseEnv,
  onMoved: (urls: DatabaseUrls) => void = () => undefined,
): Promise<OpenDatabase> {
  if (env.databaseUrl !== undefined) {
    return { urls: databaseUrls(env.databaseUrl, env.loginUrls), embedded: false, close: async () => undefined };
  }
  let hold = await holdEmbedded({ dataDir: env.dataDir });
  let closed = false;
  const watch = async (): Promise<void> => {
    await hold.lost;
    if (closed) return;
    const before = hold.url('app');
    hold = await holdEmbedded({ dataDir: env.dataDir });
    if (hold.url('app') !== before) onMoved(embeddedUrls(hold));
    return watch();
  };
  watch().catch((error: Error) => process.stderr.write(`${error.message}\n`));
  return {
    urls: embeddedUrls(hold),
    embedded: true,
    close: () => {
      closed = true;
      return hold.release();
    },
  };
}
