/**
 * The Postgres driver, mended where a lost connection does harm. As published (3.4.9), when the server goes away, it writes to a
 * socket that is null, out of everybody's reach, which ends the process (porsager/postgres#1154, #1208); keeps a timer that
 * leaves a reconnected connection mute for ever (#1209); answers the first new query with the last error of the old connection;
 * loses connections whose user was refused; and lets what remains of a broken transaction run on one that others use by then. Remove this file, and import
 * the driver itself, once a release has mended these: a passage that is not found stops the start.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compileFunction } from 'node:vm';
import type postgres from 'postgres';

type Mend = { passage: string; instead: string; times?: number };

const inConnection: Mend[] = [
  {
    // Both ways a connection ends: the next one starts with nothing left to write and no timer that never comes.
    passage: '    clearImmediate(nextWriteTimer)\n',
    instead: '    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n',
    times: 2,
  },
  {
    passage: '    const x = socket.write(chunk, fn)\n',
    instead: `    const x = socket === null
      ? (error(Errors.connection('CONNECTION_CLOSED', options, socket)), true)
      : socket.write(chunk, fn)\n`,
  },
  {
    // After a reset as well as after an orderly end: what was sent gets no answer any more.
    passage: `    if (initial)
      return reconnect()

    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))\n`,
    instead: `    const wasAsked = query || sent.length
    if (wasAsked && !initial) error(Errors.connection('CONNECTION_CLOSED', options, socket))
    query = results = errorResponse = stream = null
    result = new Result()
    rows = 0

    if (initial)
      return reconnect()\n`,
  },
  { passage: '        return fetchArrayTypes()\n', instead: '        return fetchArrayTypes().catch(() => {})\n' },
];

const inClient: Mend[] = [
  { passage: '      , prepare = null\n', instead: '      , prepare = null\n      , lost = null\n' },
  {
    passage: 'new Promise((_, reject) => connection.onclose = reject)',
    instead: `new Promise((_, reject) => connection.onclose = e => {
          lost = e
          while (queries.length) queries.shift().reject(e)
          reject(e)
        })`,
  },
  {
    passage: '        q.catch(e => uncaughtError || (uncaughtError = e))\n',
    instead: '        q.catch(e => uncaughtError || (uncaughtError = e))\n        if (lost) return q.reject(lost)\n',
  },
  {
    passage: '    c.reserved.release = true\n',
    instead: `    c.reserved.release = true
    let lost = null
    c.onclose = e => {
      lost = e
      while (queue.length) queue.shift().reject(e)
    }\n`,
  },
  {
    // A place asked for and refused must not be given to nobody later.
    passage: '        const query = { reserve: resolve, reject }\n',
    instead: '        const query = { reserve: resolve, reject: e => { queries.remove(query); reject(e) } }\n',
  },
  { passage: '    sql.release = () => {\n', instead: '    sql.release = () => {\n      if (lost) return\n' },
  {
    passage: '    function handler(q) {\n      c.queue === full\n        ? queue.push(q)',
    instead:
      '    function handler(q) {\n      if (lost) return q.reject(lost)\n      c.queue === full\n        ? queue.push(q)',
  },
];

/** The driver's entry, of its CommonJS build, since modules of the other kind cannot be taken apart. */
const entry = createRequire(import.meta.url).resolve('postgres');
const connection = evaluate(path.join(path.dirname(entry), 'connection.js'), inConnection, {});

export const driver = evaluate(entry, inClient, { './connection.js': connection }) as typeof postgres;

function evaluate(file: string, mends: readonly Mend[], instead: Record<string, unknown>): unknown {
  const own = createRequire(file);
  const module = { exports: {} };
  const source = mends.reduce((text, mend) => mended(text, mend, file), fs.readFileSync(file, 'utf8'));
  const run = compileFunction(source, ['module', 'exports', 'require'], { filename: file });
  run(module, module.exports, (name: string) => instead[name] ?? (own(name) as unknown));
  return module.exports;
}

function mended(text: string, { passage, instead, times = 1 }: Mend, file: string): string {
  const parts = text.split(passage);
  if (parts.length !== times + 1)
    throw new Error(
      `${file} is another version than db/driver.ts mends. Install what package-lock.json names (npm ci), or look again at what is to be mended.`,
    );
  return parts.join(instead);
}
