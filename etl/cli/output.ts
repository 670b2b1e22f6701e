import type { FailureCode } from '#domain/messages/rule-code.ts';
import { translator } from '#domain/messages/translate.ts';
import type { RunSummary } from '../pipeline.ts';

export const EXIT = { done: 0, nothingLoaded: 1, withRejections: 2, wrongUsage: 64 } as const;

/** 0 all accepted or unchanged · 1 nothing loaded · 2 loaded with rejections. */
export function exitCodeOf({ status, accepted, unchanged, rejected }: RunSummary): number {
  if (status === 'refused' || status === 'failed') return EXIT.nothingLoaded;
  if (rejected === 0) return EXIT.done;
  return accepted + unchanged > 0 ? EXIT.withRejections : EXIT.nothingLoaded;
}

/** The summary that other programs rely on, in its order; a refusal carries its reason beside. */
export function toAccount(summary: RunSummary): object {
  const { run, feed, status, read, accepted, unchanged, rejected, warnings, seconds, failure } = summary;
  const account = { run, feed, status, read, accepted, unchanged, rejected, warnings, seconds };
  return failure
    ? { ...account, reason: { ...failure, th: failureSentence('th', failure), en: failureSentence('en', failure) } }
    : account;
}

export function failureSentence(
  language: 'th' | 'en',
  { code, params }: { code: string; params: Record<string, string | number> },
): string {
  const t = translator(language) as unknown as (key: string, params: object) => string;
  return t(`failures.${code as FailureCode}`, params);
}

/** One line of JSON and nothing else, or lines for people. */
export function print(asJson: boolean, value: object, lines: readonly string[]): void {
  process.stdout.write(asJson ? `${JSON.stringify(value)}\n` : lines.map((line) => `${line}\n`).join(''));
}

export function summaryLines(summary: RunSummary): string[] {
  const { run, feed, status, read, accepted, unchanged, rejected, warnings, seconds, failure } = summary;
  const head = `${run === null ? '' : `run ${run} · `}${feed ?? ''} · ${status}`;
  const counts = `read ${read} = accepted ${accepted} + unchanged ${unchanged} + rejected ${rejected} · warnings ${warnings} · ${seconds} s`;
  return failure ? [head, failureSentence('th', failure), failureSentence('en', failure)] : [head, counts];
}

/** Columns of equal width. */
export function table(rows: readonly (readonly (string | number | null)[])[]): string[] {
  const texts = rows.map((row) => row.map((cell) => String(cell ?? '–')));
  const widths = (texts[0] ?? []).map((_, i) => Math.max(...texts.map((row) => row[i]!.length)));
  return texts.map((row) => row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i]!))).join('  '));
}
