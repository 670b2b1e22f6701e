import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { DatabaseUrls } from '#db/roles.ts';

const program = fileURLToPath(new URL('./child.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Runs a load in a process of its own, which ends with this one; rejects when it fails. */
export function runChild(
  urls: DatabaseUrls,
  args: string[],
  say: (level: string, message: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(program, args, {
      execArgv: ['--import', tsx],
      env: environment(urls),
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let said = '';
    child.stderr?.on('data', (text: Buffer) => {
      said = (said + text.toString()).slice(-4_000);
      say('warn', text.toString().trimEnd());
    });
    const stop = () => void child.kill('SIGTERM');
    signal?.addEventListener('abort', stop, { once: true });
    child.once('error', reject);
    child.once('exit', (code, killedBy) => {
      signal?.removeEventListener('abort', stop);
      if (code === 0) resolve();
      else reject(new Error(said.trim() || `The load ended with ${killedBy ?? code}.`));
    });
  });
}

/** A load needs the loader's login and no other; the owner's stands for the address of the database. */
function environment(urls: DatabaseUrls): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: urls.owner,
    DATABASE_URL_WEB: urls.web,
    DATABASE_URL_ETL: urls.etl,
    DATABASE_URL_READ: urls.read,
  };
}
