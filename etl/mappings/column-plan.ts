import type { Contract } from '../datasets/contract.ts';
import { toHeaderKey } from '../decode/header-key.ts';
import { columnLetter, type HeaderRow } from '../decode/record.ts';
import { refuseDuplicates } from '../decode/header-row.ts';
import type { SourceProblem } from '../decode/source-problem.ts';
import { warn, type Told } from '../checks/finding.ts';
import { headingsOf, toIndex } from './headings.ts';
import type { ColumnSource, Mapping } from './mapping.ts';
import { findUnread, toWrongHeader } from './unread-headings.ts';

/** How one contract column is taken from a record of one file: compiled once, run for every record. */
export type PlannedColumn = {
  /** Column of the file, from 0, that the address names; -1 for constants and names of files. */
  index: number;
  sourceHeader: string;
  sourceColumn: string;
  take: (cells: readonly string[]) => string;
  /** Told of a cell beside what its parser says, e.g. that leading zeros were put back. */
  note?: (cells: readonly string[]) => Told | null;
};

export type NameParts = { file: Record<string, string>; sheet: Record<string, string> };

/** A column plan per contract column; null where the file has no such column. Throws `wrong_header`, `wrong_header_near`, `duplicate_header`. */
export function planColumns(
  contract: Contract,
  mapping: Mapping,
  header: HeaderRow,
  parts: NameParts,
): (PlannedColumn | null)[] {
  const used = new Set(Object.values(mapping.columns).flatMap(headingsOf).map(toHeaderKey));
  refuseDuplicates(header, (key) => used.has(key));
  const { plans, missing } = findColumns(contract, mapping, header, parts);
  if (missing.length > 0) throw toWrongHeader(contract, mapping, header, plans, missing);
  return plans;
}

/**
 * What is to be said of the row most like headings in a file where none was found: where it resembles needed ones, which. Null where
 * it is no more like them than any.
 */
export function toUnlikeHeader(contract: Contract, mapping: Mapping, header: HeaderRow): SourceProblem | null {
  const { plans, missing } = findColumns(contract, mapping, header, { file: {}, sheet: {} });
  const resembles = findUnread(contract, mapping, header, plans).some(({ meant }) => missing.includes(meant ?? ''));
  return resembles ? toWrongHeader(contract, mapping, header, plans, missing) : null;
}

/** A plan per contract column that the file has, and the names of needed ones that it lacks. */
function findColumns(
  contract: Contract,
  mapping: Mapping,
  header: HeaderRow,
  parts: NameParts,
): { plans: (PlannedColumn | null)[]; missing: string[] } {
  const indexOf = toIndex(header);
  const missing: string[] = [];
  const plans = contract.columns.map(({ name }) => {
    const source = mapping.columns[name];
    if (!source) return null;
    const plan = planColumn(source, indexOf, header, parts);
    if (!plan && !source.isOptional) missing.push(name);
    return plan;
  });
  return { plans, missing };
}

function planColumn(
  source: ColumnSource,
  indexOf: (heading: string) => number,
  header: HeaderRow,
  parts: NameParts,
): PlannedColumn | null {
  const indexes = source.position
    ? [source.position - 1]
    : headingsOf(source)
        .map(indexOf)
        .filter((index) => index >= 0);
  const index = indexes[0];
  if (index === undefined) {
    const fixed = source.constant ?? parts.file[source.fileName ?? ''] ?? parts.sheet[source.sheetName ?? ''];
    return fixed === undefined
      ? null
      : finish(source, { index: -1, sourceHeader: '', sourceColumn: '', take: () => fixed });
  }
  const place = { index, sourceHeader: header.names[index] ?? '', sourceColumn: columnLetter(index + 1) };
  if (source.firstOf) return finish(source, { ...place, take: (cells) => firstFilled(cells, indexes) });
  if (source.join) {
    const { with: mark } = source.join;
    return finish(source, { ...place, take: (cells) => joinFilled(cells, indexes, mark) }, indexes);
  }
  return finish(source, { ...place, take: (cells) => cells[index] ?? '' });
}

function firstFilled(cells: readonly string[], indexes: readonly number[]): string {
  for (const index of indexes) if ((cells[index] ?? '').trim() !== '') return cells[index]!;
  return '';
}

function joinFilled(cells: readonly string[], indexes: readonly number[], mark: string): string {
  return indexes
    .map((index) => (cells[index] ?? '').trim())
    .filter((text) => text !== '')
    .join(mark);
}

/** Adds the declared changes – part, blank spellings, values, zeros, prefix – in this order. */
function finish(source: ColumnSource, plan: PlannedColumn, joined: readonly number[] = [plan.index]): PlannedColumn {
  const { prefix, padTo } = source;
  const part = source.pattern ? new RegExp(source.pattern, 'u') : null;
  const blanks = new Set(source.blank?.map((word) => word.toLowerCase()));
  const values = source.values ? new Map(Object.entries(source.values)) : null;
  if (!part && blanks.size === 0 && !values && !padTo && prefix === undefined) return plan;
  const change = (raw: string): string => {
    let text = raw.trim();
    if (part) text = part.exec(text)?.[1] ?? text;
    if (blanks.has(text.toLowerCase())) return '';
    if (values) text = values.get(text) ?? (source.otherwise === 'blank' ? '' : text);
    if (text === '') return '';
    if (padTo && /^\d+$/.test(text)) text = text.padStart(padTo, '0');
    return prefix === undefined ? text : prefix + text;
  };
  const note = (cells: readonly string[]): Told | null => {
    if (blanks.size > 0 && joined.some((index) => blanks.has((cells[index] ?? '').trim().toLowerCase())))
      return warn('blank_in_words');
    const text = (cells[plan.index] ?? '').trim();
    return padTo && /^\d+$/.test(text) && text.length < padTo
      ? warn('leading_zeros_lost', { stored: change(text) })
      : null;
  };
  const { take } = plan;
  return { ...plan, take: (cells) => change(take(cells)), note };
}
