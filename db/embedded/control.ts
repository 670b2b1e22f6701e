import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Held } from './lock.ts';

/** What the keeper of a data folder writes into its lock: where it can be asked. */
export interface KeeperLock extends Held {
  controlPort: number;
}

/** What the keeper tells those who hold a connection to it, one JSON line each. */
export type KeeperMessage = { ready: number } | { error: string };

export interface Control {
  port: number;
  ready(postgresPort: number): void;
  fail(reason: string): void;
  /** Takes no new users; those who wait for the end keep their connection. */
  refuse(): void;
  goodbye(): void;
}

/** A keeper whose starter was killed before it could connect does not stay for ever. */
const firstUserWithinMs = 15_000;

/**
 * The keeper's door. A user is an open connection that has shown the token: the system closes it when the process ends,
 * whichever way, so that no count can go wrong.
 */
export async function openControl(token: string, on: { onUnused(): void }): Promise<Control> {
  const users = new Set<Socket>();
  const leaving = new Set<Socket>();
  let last: KeeperMessage | undefined;
  const unused = setTimeout(on.onUnused, firstUserWithinMs);
  const tell = (socket: Socket, message: KeeperMessage) => socket.write(`${JSON.stringify(message)}\n`);
  const leave = (socket: Socket) => {
    if (!users.delete(socket)) return void socket.end();
    if (users.size > 0) return void socket.end();
    leaving.add(socket);
    on.onUnused();
  };
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.on('end', () => leave(socket));
    socket.on('close', () => leave(socket));
    let shown = '';
    socket.on('data', (bytes) => {
      shown += bytes.toString('latin1');
      if (!shown.endsWith('\n') || users.has(socket)) return;
      if (shown.trim() !== token) return void socket.destroy();
      clearTimeout(unused);
      users.add(socket);
      if (last) tell(socket, last);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const announce = (message: KeeperMessage) => {
    last = message;
    for (const user of users) tell(user, message);
  };
  return {
    port: (server.address() as AddressInfo).port,
    ready: (postgresPort) => announce({ ready: postgresPort }),
    fail: (reason) => announce({ error: reason }),
    refuse: () => void server.close(),
    goodbye: () => [...users, ...leaving].forEach((socket) => socket.end()),
  };
}
