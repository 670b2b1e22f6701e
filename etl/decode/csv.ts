import { createReadStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import type { Survey } from './survey.ts';
import { chooseEncoding, type Encoding } from './encoding.ts';
import { CsvScanner } from './csv-scanner.ts';
import { readPieces } from './file-pieces.ts';
import { detectDelimiter, type Delimiter } from './delimiter.ts';
import { HeaderSearch } from './header-row.ts';
import { BATCH_RECORDS, type HeaderChoice, type RecordBatch, type SourceRecord } from './record.ts';
import { SourceProblem } from './source-problem.ts';

export type CsvOptions = { header: HeaderChoice; encoding?: Encoding; delimiter?: Delimiter };
export type CsvFacts = { encoding: Encoding; delimiter: Delimiter };

/**
 * Reads a delimited text file. Throws SourceProblem: `empty`, `wrong_encoding`, `ambiguous_encoding`,
 * `wrong_format`, `wrong_header`. Memory holds one piece of the file and one batch.
 */
export async function openCsv(
  path: string,
  survey: Survey,
  options: CsvOptions,
): Promise<{ facts: CsvFacts; batches: AsyncIterable<RecordBatch> }> {
  if (survey.sizeBytes === 0) throw new SourceProblem('empty');
  const encoding = chooseEncoding(survey.bytes, options.encoding);
  const sample = await readSample(path, encoding);
  if (sample.trim() === '') throw new SourceProblem('empty');
  if (sample.startsWith('PK\u0003\u0004')) throw new SourceProblem('wrong_format', { found: 'XLSX', wanted: 'CSV' });
  const hasOnlyReturns = !sample.includes('\n') && sample.includes('\r');
  const delimiter = options.delimiter ?? detectDelimiter(hasOnlyReturns ? sample.replaceAll('\r', '\n') : sample);
  return {
    facts: { encoding, delimiter },
    batches: readBatches(path, { encoding, delimiter }, options.header, hasOnlyReturns),
  };
}

const SAMPLE = 128 * 1024;

async function* readBatches(
  path: string,
  facts: CsvFacts,
  choice: HeaderChoice,
  hasOnlyReturns: boolean,
): AsyncGenerator<RecordBatch> {
  const search = new HeaderSearch(choice);
  let records: SourceRecord[] = [];
  const scanner = new CsvScanner(facts.delimiter, (record) => {
    if (!search.take(record)) records.push(checkWidth(record, search.found!.names.length));
    else if (search.found) scanner.columns = search.found.names.length;
  });
  for await (const text of readText(path, facts.encoding)) {
    scanner.push(hasOnlyReturns ? text.replaceAll('\r', '\n') : text);
    for (let from = 0; from < records.length; from += BATCH_RECORDS) {
      yield { sheet: '', header: search.found!, records: records.slice(from, from + BATCH_RECORDS) };
    }
    records = [];
  }
  scanner.end();
  search.finish();
  yield { sheet: '', header: search.found!, records };
}

/** Decodes before cutting: a piece that ends within a character keeps its bytes for the next one. */
async function* readText(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = toDecoder(encoding);
  for await (const piece of readPieces(path)) yield decoder.write(piece);
  const tail = decoder.end();
  if (tail !== '') yield tail;
}

/** Node's own decoder of UTF-8 is many times as fast as the one for all encodings; it keeps the mark at the beginning. */
function toDecoder(encoding: Encoding): { write(piece: Buffer): string; end(): string } {
  const other = new TextDecoder(encoding);
  if (encoding !== 'utf-8')
    return { write: (piece) => other.decode(piece, { stream: true }), end: () => other.decode() };
  const utf8 = new StringDecoder('utf8');
  let isFirst = true;
  return {
    write: (piece) => {
      const text = utf8.write(piece);
      if (text === '' || !isFirst) return text;
      isFirst = false;
      return text.startsWith('\ufeff') ? text.slice(1) : text;
    },
    end: () => utf8.end(),
  };
}

async function readSample(path: string, encoding: Encoding): Promise<string> {
  const decoder = new TextDecoder(encoding);
  let text = '';
  for await (const piece of createReadStream(path, { end: SAMPLE - 1 }) as AsyncIterable<Buffer>)
    text += decoder.decode(piece, { stream: true });
  return text;
}

function checkWidth(record: SourceRecord, columns: number): SourceRecord {
  const { cells } = record;
  if (cells.length === columns || record.faults) return record;
  const isOnlyBlankBeyond = cells.length > columns && cells.slice(columns).every((cell) => cell.trim() === '');
  if (!isOnlyBlankBeyond) {
    record.faults = [
      {
        rule: 'ragged_row',
        columnNo: 0,
        params: { cells: cells.length, columns },
        raw: cells.join(' | ').slice(0, 200),
      },
    ];
  }
  return record;
}
