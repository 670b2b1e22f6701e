import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Logins of the embedded Postgres: the superuser and the owner; the owner makes the others. */
export type EmbeddedLogin = 'postgres' | 'app' | 'app_web' | 'app_etl' | 'app_read';

const logins: EmbeddedLogin[] = ['postgres', 'app', 'app_web', 'app_etl', 'app_read'];

/** Makes the password file (0600) on first start; every login has a random password of its own. */
export function ensurePasswords(stateDir: string, clusterExists: boolean): Record<EmbeddedLogin, string> {
  const file = fileIn(stateDir);
  if (!fs.existsSync(file)) {
    if (clusterExists) {
      throw new Error(
        `The passwords of the embedded Postgres are gone (${file}), but its data are there. Put the file back from a copy of the data folder, or move the data folder away to start empty.`,
      );
    }
    const made = Object.fromEntries(logins.map((login) => [login, randomBytes(24).toString('base64url')]));
    fs.writeFileSync(`${file}.draft`, JSON.stringify(made, null, 2), { mode: 0o600 });
    fs.renameSync(`${file}.draft`, file);
  }
  return readPasswords(stateDir);
}

export function readPasswords(stateDir: string): Record<EmbeddedLogin, string> {
  return JSON.parse(fs.readFileSync(fileIn(stateDir), 'utf8')) as Record<EmbeddedLogin, string>;
}

function fileIn(stateDir: string): string {
  return path.join(stateDir, 'passwords.json');
}
