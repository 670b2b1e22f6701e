import { readFile } from 'node:fs/promises';
import type { RecordBatch } from './record.ts';
import { SourceProblem } from './source-problem.ts';

const MAX_BYTES = 64 * 1024 * 1024;
const LISTS = ['data', 'records', 'items', 'results', 'value'];

/** Reads a page of JSON: a list of objects, bare or under one of the usual names. A record's row is its place in the list. */
export async function openJson(
  path: string,
  sizeBytes: number,
): Promise<{ facts: object; batches: AsyncIterable<RecordBatch> }> {
  if (sizeBytes === 0) throw new SourceProblem('empty');
  if (sizeBytes > MAX_BYTES) throw new SourceProblem('too_large', { limit: MAX_BYTES });
  const list = toList(parse(await readFile(path, 'utf8')));
  const names = [...new Set(list.flatMap((record) => Object.keys(record)))];
  const records = list.map((record, i) => ({
    row: i + 1,
    line: i + 1,
    cells: names.map((name) => toText(record[name])),
  }));
  return { facts: {}, batches: one({ sheet: '', header: { row: 0, names }, records }) };
}

async function* one(batch: RecordBatch): AsyncGenerator<RecordBatch> {
  yield batch;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SourceProblem('malformed', { part: 'JSON' }, { cause: error });
  }
}

function toList(body: unknown): Record<string, unknown>[] {
  const under = LISTS.map((name) => (body as Record<string, unknown> | null)?.[name]);
  const list = Array.isArray(body) ? body : under.find(Array.isArray);
  if (!list || !list.every((record) => typeof record === 'object' && record !== null))
    throw new SourceProblem('wrong_format', { found: 'JSON', wanted: 'JSON list' });
  return list as Record<string, unknown>[];
}

/** Numbers keep the digits that JSON.parse left; senders who need more send text. */
function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
