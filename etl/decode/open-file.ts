import { open } from 'node:fs/promises';
import { contracts } from '../datasets/contracts.ts';
import { toUnlikeHeader } from '../mappings/column-plan.ts';
import { headingsOf } from '../mappings/headings.ts';
import type { Mapping } from '../mappings/mapping.ts';
import { openCsv } from './csv.ts';
import type { Encoding } from './encoding.ts';
import { toHeaderKey } from './header-key.ts';
import { openJson } from './json.ts';
import type { HeaderChoice, RecordBatch } from './record.ts';
import type { Survey } from './survey.ts';
import { openXlsx } from './xlsx.ts';

export type FileFormat = 'csv' | 'xlsx' | 'json';
export type FileFacts = { format: FileFormat; encoding?: Encoding; delimiter?: string; sheet?: string };
export type OpenedFile = { facts: FileFacts; batches: AsyncIterable<RecordBatch> };

/** Opens a file as its mapping says; without a word there, by its first bytes. */
export async function openFile(
  path: string,
  survey: Survey,
  mapping: Mapping,
  encoding?: Encoding,
): Promise<OpenedFile> {
  const format = mapping.format ?? (await tellFormat(path));
  const header = toHeaderChoice(mapping);
  const declared = encoding ?? mapping.encoding;
  const { facts, batches } =
    format === 'xlsx'
      ? await openXlsx(path, { header, ...(mapping.sheet ? { sheet: toSheetChoice(mapping.sheet) } : {}) })
      : format === 'json'
        ? await openJson(path, survey.sizeBytes)
        : await openCsv(path, survey, {
            header,
            ...(declared ? { encoding: declared } : {}),
            ...(mapping.delimiter ? { delimiter: mapping.delimiter } : {}),
          });
  return { facts: { format, ...facts }, batches };
}

async function tellFormat(path: string): Promise<FileFormat> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    const head = buffer.subarray(0, bytesRead);
    const isZip = head.length >= 4 && head.readUInt32LE(0) === 0x04034b50;
    const isOle = head.length >= 4 && head.readUInt32LE(0) === 0xe011cfd0;
    if (isZip || isOle) return 'xlsx';
    return /^\s*[[{]/.test(head.toString('latin1').replace(/^\xef\xbb\xbf/, '')) ? 'json' : 'csv';
  } finally {
    await file.close();
  }
}

/** A row is the headings when most of the wanted ones stand in it; which are missing is then told by name. */
function toHeaderChoice(mapping: Mapping): HeaderChoice {
  if (mapping.headerRow) return { row: mapping.headerRow };
  const wanted = Object.values(mapping.columns).filter(
    (source) => !source.isOptional && source.constant === undefined && headingsOf(source).length > 0,
  );
  const known = wanted.map((source) => headingsOf(source).map(toHeaderKey));
  const enough = Math.max(1, Math.ceil(wanted.length * ENOUGH));
  return {
    find: (cells) => {
      const keys = new Set(cells.map(toHeaderKey));
      return known.filter((names) => names.some((name) => keys.has(name))).length >= enough;
    },
    expected: wanted.map((source) => headingsOf(source)[0]!),
    judge: (header) => toUnlikeHeader(contracts[mapping.dataset], mapping, header),
  };
}

const ENOUGH = 0.6;

function toSheetChoice(
  sheet: NonNullable<Mapping['sheet']>,
): { name: string } | { index: number } | { pattern: RegExp } {
  return 'pattern' in sheet ? { pattern: new RegExp(sheet.pattern, 'u') } : sheet;
}
