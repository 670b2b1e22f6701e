import { parseNumber, type DecimalMark } from '#domain/numbers/parse-number.ts';
import { toNormalForm } from '#domain/text/normal-form.ts';
import { parseDate, type DateFormat } from '#domain/time/parse-date.ts';
import { parseBuddhistYear, parseCommonYear } from '#domain/time/parse-year.ts';
import { parsePeriod } from '#domain/time/period.ts';
import type { CellType } from '../datasets/contract.ts';
import { parseFlag, toChoiceParser } from './choice-cells.ts';
import { reject, warn, type Told } from './finding.ts';
import { multiply } from './multiply.ts';
import type { Found, IndicatorRef, Reference, UnitRef } from './reference.ts';
import type { CellLink } from './row.ts';

/** What a cell's text means: canonical text, what it refers to, and what is to be said of it. */
export type ParsedCell = { value: string | null; link?: CellLink; told?: Told };
export type CellParser = (raw: string) => ParsedCell;

/** How a sender writes: part of the mapping, never guessed. */
export type CellFormat = {
  date?: DateFormat;
  era?: 'buddhist' | 'common';
  decimalMark?: DecimalMark;
  /** Declared multiplier: '1000000' for a column in millions. */
  multiplier?: string;
};
export type CellScope = {
  reference: Reference;
  isUnitInScope: (unit: UnitRef) => boolean;
  isIndicatorInScope: (indicator: IndicatorRef) => boolean;
  /** The sender; its records speak of units in its own subtree only. */
  sender: UnitRef | null;
  /** Bangkok date of the load. */
  today: string;
};

export function toCellParser(type: CellType, format: CellFormat, scope: CellScope): CellParser {
  switch (type.kind) {
    case 'number':
      return (raw) => readNumber(raw, type, format);
    case 'text':
      return (raw) => readText(raw, type.maxLength ?? 2_000);
    case 'code':
      return remember(readCode);
    case 'choice':
      return remember(toChoiceParser(type.values, type.words ?? {}));
    case 'flag':
      return remember(parseFlag);
    case 'date':
      return remember((raw) => readDate(raw, format.date ?? {}));
    case 'period':
      return remember((raw) => readPeriod(raw, format));
    case 'year':
      return remember((raw) => readYear(raw, type.era, format.era ?? type.era));
    case 'unit':
      return remember((raw) => readUnit(raw, type.isAnywhere ? { ...scope, sender: null } : scope));
    case 'indicator':
      return remember((raw) => readIndicator(raw, scope));
  }
}

const REMEMBERED = 20_000;

/** Codes, periods and names repeat down a column: each spelling is read once. */
function remember(parse: CellParser): CellParser {
  const known = new Map<string, ParsedCell>();
  // Most cells of such a column say what the one above them says: to compare is less than to look up.
  let aboveRaw: string | null = null;
  let above: ParsedCell = { value: null };
  return (raw) => {
    if (raw === aboveRaw) return above;
    let cell = known.get(raw);
    if (cell === undefined) {
      if (known.size >= REMEMBERED) known.clear();
      cell = parse(raw);
      known.set(detached(raw), cell);
    }
    aboveRaw = raw;
    above = cell;
    return cell;
  };
}

/** A piece of text cut from a file keeps the whole stretch it was cut from in memory; what is remembered must not. */
function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

function readNumber(raw: string, type: Extract<CellType, { kind: 'number' }>, format: CellFormat): ParsedCell {
  const parsed = parseNumber(raw, format.decimalMark);
  if (!parsed.ok) {
    if (parsed.state) return { value: null, told: warn('number_in_words', { state: parsed.state }) };
    return { value: null, told: reject(parsed.rule, parsed.hint ? { hint: parsed.hint } : {}) };
  }
  const value = format.multiplier ? multiply(parsed.value, format.multiplier) : parsed.value;
  if (type.min !== undefined && Number(value) < type.min)
    return { value: null, told: reject('number_below', { min: type.min }) };
  if (type.max !== undefined && Number(value) > type.max)
    return { value: null, told: reject('number_above', { max: type.max }) };
  if (type.isWhole && !/^-?\d+(\.0+)?$/.test(value)) return { value: null, told: reject('number_not_whole') };
  if (type.isWhole && value.includes('.'))
    return { value: value.slice(0, value.indexOf('.')), told: warn('whole_number_with_point') };
  return value.length > SHORT && FLOAT_NOISE.test(value) ? { value, told: warn('float_noise') } : { value };
}

const SHORT = 12;
/** Digits that only a binary fraction leaves behind: 0.12122000000000001, 0.6150899999999999. */
const FLOAT_NOISE = /\.\d*(?:0{6,}[1-9]\d?|9{6,}\d?)$/;
/** Control characters, what a wrong decoder leaves, and Thai read as Western letters. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\u009f\ufffd\uf8c1-\uf8c8]|à¸|à¹/;

function readText(raw: string, maxLength: number): ParsedCell {
  if (UNREADABLE.test(raw)) return { value: null, told: reject('unreadable_character') };
  const value = toNormalForm(raw);
  if (value.length > maxLength)
    return { value: null, told: reject('text_too_long', { max: maxLength, length: value.length }) };
  // Spaces and line ends are put right without a word; letters that change are told.
  const isOnlySpacing =
    value === raw || value.replaceAll(' ', '') === raw.normalize('NFC').replace(/[\s\u00a0\u200b\ufeff]+/g, '');
  if (!isOnlySpacing) return { value, told: warn('text_normalised', { stored: value.slice(0, 120) }) };
  return SUSPECT.test(value) ? { value, told: warn('text_suspect') } : { value: value === '' ? null : value };
}

/** Thai with Western letters stuck to its end, a mark without its letter, two tone marks: signs of character recognition. */
const SUSPECT = /[\u0e01-\u0e4e][a-z]{1,3}$|(?:^|\s)[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|[\u0e48-\u0e4b]{2}/;

function readCode(raw: string): ParsedCell {
  const cell = readText(raw, 160);
  if (cell.told || cell.value === null) return cell;
  return /^\d(?:\.\d+)?E\+\d+$/i.test(cell.value) ? { ...cell, told: warn('code_in_scientific_notation') } : cell;
}

function readDate(raw: string, format: DateFormat): ParsedCell {
  // Day 0 or 1 of a spreadsheet's count: a time without a day, or an empty cell shown as a date.
  const artefact = /^\s*(1899-12-3[01]|1900-01-0[01])/.exec(raw);
  if (artefact) return { value: null, told: reject('date_artefact', { date: artefact[1]! }) };
  const parsed = parseDate(raw, format);
  if (!parsed.ok)
    return parsed.rule === 'date_missing'
      ? { value: null }
      : { value: null, told: reject(parsed.rule, parsed.hint ? { hint: parsed.hint } : {}) };
  const { value } = parsed;
  // A cell that a spreadsheet holds as the year 2569 of the common era, shown as if it were Buddhist.
  const isIsoBuddhist = format.era !== 'buddhist' && /^2[4-6]\d\d-/.test(raw);
  return isIsoBuddhist ? { value, told: warn('date_read_as_buddhist', { date: value }) } : { value };
}

function readPeriod(raw: string, format: CellFormat): ParsedCell {
  const parsed = parsePeriod(raw.replace(/T00:00:00.*$/, ''));
  if (!parsed.ok) {
    if (parsed.rule === 'period_year_not_buddhist' && format.era === 'common' && parsed.hint)
      return readPeriod(parsed.hint, { ...format, era: 'buddhist' });
    return { value: null, told: reject(parsed.rule, parsed.hint ? { hint: parsed.hint } : {}) };
  }
  const cell: ParsedCell = { value: parsed.value.code, link: { period: parsed.value } };
  const isBuddhistDay =
    parsed.value.kind === 'day' && Number(raw.trim().slice(0, 4)) >= 2400 && format.era !== 'buddhist';
  return isBuddhistDay ? { ...cell, told: warn('date_read_as_buddhist', { date: parsed.value.code }) } : cell;
}

/** `wanted` is what the contract stores, `sent` what the column is declared to hold. */
function readYear(raw: string, wanted: 'buddhist' | 'common', sent: 'buddhist' | 'common'): ParsedCell {
  const text = raw.replace(/\.0+$/, '');
  const parsed = sent === 'buddhist' ? parseBuddhistYear(text) : parseCommonYear(text);
  if (!parsed.ok) return { value: null, told: reject(parsed.rule, parsed.hint ? { hint: parsed.hint } : {}) };
  const shift = wanted === sent ? 0 : wanted === 'buddhist' ? 543 : -543;
  const cell = { value: String(parsed.value + shift) };
  return /^\D*\d{2}\D*$/.test(text) ? { ...cell, told: warn('year_two_digits', { year: parsed.value }) } : cell;
}

function readUnit(raw: string, { reference, isUnitInScope, sender }: CellScope): ParsedCell {
  const found = reference.findUnit(raw, isUnitInScope);
  if (!found.ok) return { value: null, told: notFound('unit', found) };
  if (sender && !found.ref.path.includes(sender.id))
    return { value: null, told: reject('unit_outside_sender', { sender: sender.nameTh }) };
  const cell = { value: found.ref.code, link: { unit: found.ref } };
  if (found.by === 'code' || (found.by === 'name' && isSameName(raw, found.ref))) return cell;
  return { ...cell, told: warn('unit_by_alias', { code: found.ref.code, name: found.ref.nameTh }) };
}

function readIndicator(raw: string, { reference, isIndicatorInScope }: CellScope): ParsedCell {
  const found = reference.findIndicator(raw, isIndicatorInScope);
  if (!found.ok) return { value: null, told: notFound('indicator', found) };
  const cell = { value: found.ref.code, link: { indicator: found.ref } };
  return found.by === 'code' ? cell : { ...cell, told: warn('indicator_by_name', { code: found.ref.code }) };
}

/** Two codings of ำ or a stray space are the same name; other letters are an alias. */
function isSameName(raw: string, unit: UnitRef): boolean {
  const normal = toNormalForm(raw);
  return normal === toNormalForm(unit.nameTh) || normal.toLowerCase() === toNormalForm(unit.nameEn).toLowerCase();
}

function notFound(kind: 'unit' | 'indicator', found: Extract<Found<unknown>, { ok: false }>): Told {
  const nearest = found.nearest.join(', ');
  if (found.isAmbiguous) return reject(`${kind}_ambiguous`, { nearest });
  return nearest === '' ? reject(`${kind}_unknown`) : reject(`${kind}_unknown_near`, { nearest });
}
