import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const stamp = path.join(root, 'build', 'complete');
const sources = [
  'app',
  'db',
  'public',
  'vite.config.ts',
  'remix.config.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Whether the pages are missing, half built, or older than what they are built from. */
export function isBuildStale(): boolean {
  const builtAt = modifiedAt(stamp);
  return builtAt === 0 || sources.some((source) => newestIn(path.join(root, source)) > builtAt);
}

/** Builds the pages; the stamp is written last, so that a killed build is built again. */
export async function buildPages(): Promise<void> {
  fs.rmSync(stamp, { force: true });
  const began = new Date();
  const cli = path.join(
    path.dirname(createRequire(import.meta.url).resolve('@remix-run/dev/package.json')),
    'dist',
    'cli.js',
  );
  const { NODE_ENV: _, ...environment } = process.env;
  const child = spawn(process.execPath, [cli, 'vite:build'], {
    cwd: root,
    env: { ...environment, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => child.kill('SIGTERM');
  process.once('exit', stop);
  let complaints = '';
  child.stdout.resume();
  child.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  process.off('exit', stop);
  if (code !== 0) throw new Error(`The pages could not be built:\n${firstError(complaints)}`);
  fs.writeFileSync(stamp, '');
  // What changed while the build ran is newer than it.
  fs.utimesSync(stamp, began, began);
}

/** The part that says what is wrong; a list of hundreds of files follows it. */
function firstError(complaints: string): string {
  const lines = complaints.split('\n').filter((line) => !/^\s+'[^']+',?$|^Generated an empty chunk/.test(line));
  return lines.slice(0, 20).join('\n');
}

function newestIn(entry: string): number {
  const own = modifiedAt(entry);
  if (!fs.existsSync(entry) || !fs.statSync(entry).isDirectory()) return own;
  return fs.readdirSync(entry).reduce((newest, name) => Math.max(newest, newestIn(path.join(entry, name))), own);
}

function modifiedAt(entry: string): number {
  return fs.statSync(entry, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
