import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Env } from '../env.server.ts';

/** The given secret; in a demonstration a random one that is kept in the data folder, so that a restart signs nobody out. */
export function sessionSecretOf(env: Env): string {
  if (env.sessionSecret !== undefined) return env.sessionSecret;
  const file = path.join(env.dataDir, 'session-secret');
  fs.mkdirSync(env.dataDir, { recursive: true, mode: 0o711 });
  try {
    fs.writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return fs.readFileSync(file, 'utf8');
}
