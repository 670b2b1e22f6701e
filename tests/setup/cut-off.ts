import type { Socket } from 'node:net';
import { connect as dial, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A way to a Postgres server that can be cut, as a restart of the server or a broken cable would. */
export interface Way {
  /** The address, by this way. */
  through(url: string): string;
  /** Ends every connection and takes no new one; `reset` without a goodbye. */
  cut(how?: 'end' | 'reset'): void;
  mend(): void;
  /** The next time that somebody tries it in vain. */
  refused(): Promise<void>;
  close(): Promise<void>;
}

export async function openWay(to: string): Promise<Way> {
  const { hostname, port } = new URL(to);
  const open = new Set<Socket>();
  let isCut = false;
  let onRefusal = (): void => undefined;
  const server = createServer((near) => {
    if (isCut) {
      near.resetAndDestroy();
      return onRefusal();
    }
    const far = dial({ host: hostname, port: Number(port || 5432) });
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => open.delete(socket));
    }
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const here = (server.address() as AddressInfo).port;
  const cut: Way['cut'] = (how = 'end') => {
    isCut = true;
    for (const socket of open) {
      if (how === 'reset') socket.resetAndDestroy();
      else socket.destroy();
    }
  };
  return {
    through: (url) => Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(here) }).href,
    cut,
    mend: () => void (isCut = false),
    refused: () => new Promise((resolve) => (onRefusal = resolve)),
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
