import fs from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { Pages } from './app.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The pages as `npm run build` left them. */
export async function builtPages(): Promise<Pages> {
  const file = `${root}build/server/index.js`;
  if (!fs.existsSync(file))
    throw new Error('The pages are not built yet. Run: npm run build (npm start does it by itself).');
  return {
    kind: 'built',
    build: (await import(pathToFileURL(file).href)) as ServerBuild,
    clientDir: `${root}build/client`,
  };
}

/** Pages from source through Vite, with changes shown as they are saved. */
export async function devPages(): Promise<Pages> {
  const vite = await import('vite');
  const server = await vite.createServer({ root, server: { middlewareMode: true }, clearScreen: false });
  return {
    kind: 'dev',
    build: () => server.ssrLoadModule('virtual:remix/server-build') as unknown as Promise<ServerBuild>,
    middleware: server.middlewares,
  };
}
