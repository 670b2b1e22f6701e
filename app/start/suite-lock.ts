import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { readLock, releaseLock, takeLock } from '#db/embedded/lock.ts';
import type { Held } from '#db/embedded/lock.ts';
import { identify } from '#db/embedded/process-identity.ts';
import type { Env } from '../env.server.ts';

interface SuiteLock extends Held {
  address: string;
}

/** One suite per data folder; throws a sentence when another runs. The answer gives the folder back. */
export function lockSuite(env: Env): () => void {
  fs.mkdirSync(env.dataDir, { recursive: true, mode: 0o711 });
  const file = path.join(env.dataDir, 'suite.lock');
  const mine: SuiteLock = {
    ...identify(process.pid)!,
    token: randomBytes(12).toString('hex'),
    address: addressOf(env),
  };
  if (!takeLock(file, mine)) {
    const other = readLock<SuiteLock>(file);
    throw new Error(
      `The suite of this data folder (${env.dataDir}) is already running${other ? ` at ${other.address} (process ${other.pid})` : ''}. Open that address, stop it first, or set DATA_DIR and PORT for a second one.`,
    );
  }
  return () => releaseLock(file, mine);
}

/** Asked before anything starts, so that nobody waits a minute for it. */
export function checkPort({ host, port }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(
          new Error(
            `Port ${port} on ${host} is taken by another program. Stop it, or choose another: PORT=${port + 1} npm start.`,
          ),
        );
      else
        reject(
          new Error(
            `Nothing can listen on ${host}:${port} (${error.code}). Choose another HOST or PORT, e.g. PORT=3000.`,
          ),
        );
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

export function addressOf(env: Env): string {
  return env.publicUrl ?? `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${env.port}`;
}
