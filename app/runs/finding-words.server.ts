import { formatDate } from '#domain/format/date.ts';
import type { FailureCode, RuleCode } from '#domain/messages/rule-code.ts';
import { translator } from '#domain/messages/translate.ts';
import type { Language } from '#domain/messages/words.ts';
import { isIsoDate } from '#domain/time/fiscal-calendar.ts';
import type { RunColumn, RunFinding } from '#db/reads/runs.ts';
import type { FindingRow } from './run-view.ts';

type Params = Record<string, string | number>;
type Loose = (key: string, params: Params) => string;

/** The sentence of a rule; its code, where a later version wrote one that this one does not know. */
export function ruleSentence(language: Language, code: string, params: Params): string {
  return (translator(language) as unknown as Loose)(
    `rules.${code as RuleCode}`,
    code === 'date_artefact' ? params : withDays(params, language),
  );
}

/** Parameters that name a day of the calendar; others, such as what to type instead, stand as they are to be typed. */
const DAYS = new Set(['today', 'date', 'start', 'from', 'to']);

/** Days as the reader writes them. */
function withDays(params: Params, language: Language): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      DAYS.has(name) && typeof value === 'string' && isIsoDate(value) ? formatDate(value, language) : value,
    ]),
  );
}

export function failureSentence(language: Language, code: string, params: Params): string {
  return (translator(language) as unknown as Loose)(`failures.${code as FailureCode}`, params);
}

/** A rule in short, over all the records that it spoke of. */
export function ruleName(language: Language, code: string): string {
  return (translator(language) as unknown as Loose)(`ruleTitles.${code as RuleCode}`, {});
}

export function toFindingRow(
  finding: RunFinding,
  language: Language,
  fileNames: ReadonlyMap<number, string>,
  columns: readonly RunColumn[],
): FindingRow {
  const here = columns.filter(({ fileNo, sheet }) => fileNo === finding.fileNo && sheet === (finding.sheet ?? ''));
  const headerOf = (letter: string | null) =>
    here.find(({ sourceColumn }) => sourceColumn === letter)?.sourceHeader ?? null;
  return {
    seq: finding.seq,
    severity: finding.severity,
    sentence: ruleSentence(language, finding.ruleCode, finding.params),
    fileName: fileNames.size > 1 ? (fileNames.get(finding.fileNo) ?? null) : null,
    sheet: finding.sheet,
    rowNo: finding.rowNo,
    sourceColumn: finding.sourceColumn,
    sourceHeader: headerOf(finding.sourceColumn),
    rawValue: finding.rawValue,
    record:
      finding.record?.map((value, index) => {
        const column = toLetters(index);
        return { column, header: headerOf(column), value: value ?? '' };
      }) ?? null,
  };
}

/** 0 → A, 25 → Z, 26 → AA, as a spreadsheet program names columns. */
export function toLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : toLetters(Math.floor(index / 26) - 1) + letter;
}
