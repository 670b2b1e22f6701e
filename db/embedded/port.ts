import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import path from 'node:path';

/** The port of last time, so that clients of a Postgres that was started again find it; another where that is taken. */
export async function choosePort(stateDir: string): Promise<number> {
  const remembered = readPort(stateDir);
  return (remembered && (await tryPort(remembered))) || (await tryPort(0))!;
}

export function rememberPort(stateDir: string, port: number): void {
  fs.writeFileSync(path.join(stateDir, 'port'), String(port), { mode: 0o600 });
}

function readPort(stateDir: string): number | undefined {
  const file = path.join(stateDir, 'port');
  return fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) || undefined : undefined;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const taken = (server.address() as AddressInfo).port;
      server.close(() => resolve(taken));
    });
  });
}
