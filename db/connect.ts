import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { drizzle } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import { driver } from './driver.ts';

/** A client of ours, or a transaction of it. */
export type Sql = postgres.Sql;
export type Tx = postgres.TransactionSql;
export type Database = PostgresJsDatabase;

export interface ConnectOptions {
  /** Connections at most; default 4. */
  max?: number;
  /** Shown in pg_stat_activity; default "suite". */
  name?: string;
  /** Close idle connections after so many seconds; default never. */
  idleSeconds?: number;
  /** Server-side limit per statement in milliseconds; default none. */
  statementTimeoutMs?: number;
  /** Further session settings, e.g. { default_transaction_read_only: 'on' }. */
  settings?: Record<string, string>;
}

/** Global, since the web process and its built pages each have a copy of this module. */
const databaseKey = Symbol.for('executive-dashboard-suite.database');

const oid = { int8: 20, date: 1082, timestamp: 1114, timestamptz: 1184, json: 114, jsonb: 3802 };
const dateArrays = [1182, 1185, 1115, 1231];

/**
 * The one client factory. What comes out of it, raw or through Drizzle: dates 'YYYY-MM-DD', instants ISO in UTC ending in Z
 * (microseconds kept), numeric as string, bigint as number. What goes in: strings, Date for instants, arrays, objects for json.
 */
export function connect(url: string, options: ConnectOptions = {}): Sql {
  const sql = driver(url, {
    max: options.max ?? 4,
    ...(options.idleSeconds === undefined ? {} : { idle_timeout: options.idleSeconds }),
    max_lifetime: null,
    connect_timeout: 10,
    // The driver's own waits grow to 20 s; a server that was restarted is back sooner.
    backoff: (failures) => Math.min(0.5, 0.05 * 2 ** failures),
    onnotice: () => undefined,
    connection: {
      application_name: options.name ?? 'suite',
      TimeZone: 'UTC',
      DateStyle: 'ISO, YMD',
      // Compiling a statement takes longer than running it here; servers have it on, and verify took a minute instead of a second.
      jit: 'off',
      ...(options.statementTimeoutMs === undefined ? {} : { statement_timeout: options.statementTimeoutMs }),
      ...options.settings,
    },
  });
  // drizzle() rewrites the (de)serialisers of the client it gets. Let it do so once, here, then set ours: the client then
  // behaves the same whether Drizzle has seen it or not.
  Object.defineProperty(sql, databaseKey, { value: drizzle(sql) });
  setTypes(sql.options);
  return sql;
}

/** Drizzle over a client from connect(). */
export function databaseOf(sql: Sql): Database {
  const known = (sql as Sql & { [databaseKey]?: Database })[databaseKey];
  if (!known) throw new Error('databaseOf takes a client made by connect(); inside a transaction call databaseIn(tx).');
  return known;
}

/** Drizzle over a running transaction; its statements belong to that transaction. */
export function databaseIn(tx: Tx): Database {
  // A transaction has no options of its own; drizzle() may write into these, which nobody reads.
  return drizzle(Object.assign(tx, { options: { parsers: {}, serializers: {} } }) as unknown as Sql);
}

function setTypes(options: Sql['options']): void {
  const parsers = options.parsers as Record<number, (text: string) => unknown>;
  const serializers = options.serializers as Record<number, (value: unknown) => unknown>;
  parsers[oid.int8] = toNumber;
  parsers[oid.timestamptz] = toIsoInstant;
  for (const type of [oid.date, oid.timestamp, oid.timestamptz]) {
    serializers[type] = (value) => (value instanceof Date ? value.toISOString() : value);
  }
  // A string is JSON text already: Drizzle sends it so.
  for (const type of [oid.json, oid.jsonb])
    serializers[type] = (value) => (typeof value === 'string' ? value : JSON.stringify(value));
  for (const type of dateArrays) {
    // Left out, the driver learns these from the server, with the element types above.
    Reflect.deleteProperty(parsers, type);
    Reflect.deleteProperty(serializers, type);
  }
}

function toNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`${text} is larger than JavaScript counts exactly; select it as text.`);
  return value;
}

/** "2026-11-20 02:00:00.123456+00" → "2026-11-20T02:00:00.123456Z"; sessions run in UTC. */
function toIsoInstant(text: string): string {
  return text.endsWith('+00') ? `${text.slice(0, 10)}T${text.slice(11, -3)}Z` : text;
}
