import { SourceProblem } from '../source-problem.ts';
import { attribute, joinTexts } from './xml-text.ts';
import { readPart, readPartText, readZipDirectory, type ZipEntry } from './zip.ts';

export type SheetChoice = { name: string } | { index: number } | { pattern: RegExp };
export type Workbook = {
  path: string;
  sheet: string;
  sheetPart: ZipEntry;
  strings: string[];
  /** By cell style: is it shown as a date? */
  isDateStyle: boolean[];
  startsIn1904: boolean;
};

/** Opens a workbook at one sheet, the first if none is chosen. Throws `truncated`, `wrong_format`, `wrong_sheet`. */
export async function openWorkbook(path: string, choice?: SheetChoice): Promise<Workbook> {
  const parts = await readZipDirectory(path);
  const part = (name: string): ZipEntry | undefined => parts.get(name.replace(/^\//, ''));
  const bookPart = part('xl/workbook.xml');
  if (!bookPart) throw new SourceProblem('wrong_format', { found: 'ZIP', wanted: 'XLSX' });
  const bookXml = await readPartText(path, bookPart);
  const targets = toTargets(
    part('xl/_rels/workbook.xml.rels') ? await readPartText(path, part('xl/_rels/workbook.xml.rels')!) : '',
  );
  const { name, id } = chooseSheet(toSheets(bookXml), choice);
  const sheetPart = part(toPath(targets.get(id) ?? ''));
  if (!sheetPart) throw new SourceProblem('malformed', { part: name });
  const stringsPart = part('xl/sharedStrings.xml');
  const stylesPart = part('xl/styles.xml');
  return {
    path,
    sheet: name,
    sheetPart,
    strings: stringsPart ? await readStrings(path, stringsPart) : [],
    isDateStyle: stylesPart ? toDateStyles(await readPartText(path, stylesPart)) : [],
    startsIn1904: /date1904="(1|true)"/.test(bookXml),
  };
}

type Sheet = { name: string; id: string };

function toSheets(xml: string): Sheet[] {
  return [...xml.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, tag]) => ({
    name: attribute(tag!, 'name') ?? '',
    id: attribute(tag!, '\\w+:id') ?? '',
  }));
}

function chooseSheet(sheets: Sheet[], choice?: SheetChoice): Sheet {
  const found = !choice
    ? sheets[0]
    : 'name' in choice
      ? sheets.find(({ name }) => name.trim() === choice.name.trim())
      : 'index' in choice
        ? sheets[choice.index - 1]
        : sheets.find(({ name }) => choice.pattern.test(name));
  if (found) return found;
  const wanted = !choice
    ? '1'
    : 'name' in choice
      ? choice.name
      : 'index' in choice
        ? `${choice.index}`
        : choice.pattern.source;
  throw new SourceProblem('wrong_sheet', { wanted, found: sheets.map(({ name }) => name).join(', ') });
}

function toTargets(xml: string): Map<string, string> {
  const pairs = [...xml.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)].map(
    ([, tag]) => [attribute(tag!, 'Id') ?? '', attribute(tag!, 'Target') ?? ''] as const,
  );
  return new Map(pairs);
}

const toPath = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;

async function readStrings(path: string, part: ZipEntry): Promise<string[]> {
  const strings: string[] = [];
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of readPart(path, part)) {
    rest += decoder.decode(piece, { stream: true });
    let from = 0;
    for (const match of rest.matchAll(/<(?:\w+:)?si(?:\s*\/>|(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?si>)/g)) {
      strings.push(match[1] === undefined ? '' : joinTexts(match[1]));
      from = match.index + match[0].length;
    }
    rest = rest.slice(from);
  }
  return strings;
}

/** Built-in number formats that show dates; custom ones are told by their letters outside quotes and brackets. */
const BUILT_IN_DATES = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

function toDateStyles(xml: string): boolean[] {
  const custom = new Map<number, string>();
  for (const [, tag] of xml.matchAll(/<(?:\w+:)?numFmt\s([^>]*)>/g)) {
    custom.set(Number(attribute(tag!, 'numFmtId')), attribute(tag!, 'formatCode') ?? '');
  }
  const cellFormats = /<(?:\w+:)?cellXfs[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? '';
  return [...cellFormats.matchAll(/<(?:\w+:)?xf\s([^>]*)>/g)].map(([, tag]) => {
    const format = Number(attribute(tag!, 'numFmtId') ?? 0);
    const code = custom.get(format);
    return code === undefined ? BUILT_IN_DATES.has(format) : isDateCode(code);
  });
}

function isDateCode(code: string): boolean {
  const letters = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();
  return /[yd]/.test(letters) && !/[0#?]/.test(letters.replace(/[.,]0+/g, ''));
}
