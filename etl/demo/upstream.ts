/** The demonstration's sources as a process of their own: prints and sends its address, and ends with its parent. */
import type http from 'node:http';
import type { AddressInfo } from 'node:net';
import { readDatabaseEnv } from '#db/env.ts';
import { endWithParent } from '#db/lifeline.ts';
import { UpstreamContent } from './upstream-content.ts';
import { createUpstream } from './upstream-server.ts';

/** The port next to the suite's, so that it stays the same from start to start; any other where that is taken. */
function listen(server: http.Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' && port !== 0 ? resolve(listen(server, 0)) : reject(error),
    );
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

endWithParent();
const { clockStart } = readDatabaseEnv(process.env);
const startedAt = performance.now();
const server = createUpstream(new UpstreamContent(clockStart), () => (performance.now() - startedAt) / 60_000);
const port = await listen(server, Number(process.env.PORT ?? 3000) + 1);
const address = { url: `http://127.0.0.1:${port}` };
process.stdout.write(`${JSON.stringify(address)}\n`);
process.send?.(address);
