import { toFormat, type Format } from '#app/components/format.ts';
import { toMeasured } from '#app/components/measured.ts';
import type { Viewer } from '#app/access/viewer.ts';
import { translator } from '#domain/messages/translate.ts';
import type { Language, Translate } from '#domain/messages/words.ts';
import { formatPeriod } from '#domain/format/period.ts';
import { toThaiDigits } from '#domain/text/thai-digits.ts';
import { periodOfId } from '#domain/time/period.ts';

/** Puts the numbers of a sheet into its reader's words. */
export type Teller = {
  t: Translate;
  f: Format;
  language: Language;
  asOf: number | null;
  /** A value in its own unit of measure: "85.50%", "1,204 เรื่อง"; a dash for none. */
  measured(value: string | null, as: { unitOfMeasure: string; decimals: number }): string;
  period(id: number): string;
  when(fiscalYear: number, round: number): string;
  /** A score with the four decimals it was calculated with. */
  exact(score: string): string;
};

export function toTeller(viewer: Viewer, asOf: number | null): Teller {
  const { language, digits } = viewer;
  const f = toFormat(language, digits === 'thai' && language === 'th' ? toThaiDigits : (text) => text);
  return {
    t: translator(language, digits),
    f,
    language,
    asOf,
    measured: (value, as) => (value === null ? '–' : toMeasured(f, value, as)),
    period: (id) => formatPeriod(periodOfId(id), language),
    when: (fiscalYear, round) => `${f.round(round)} ${f.fiscalYear(fiscalYear)}`,
    exact: (score) => f.number(score, 4),
  };
}

/** What is said only where there is something to say. */
export const fact = (label: string, value: string | null | undefined | false | 0) => (value ? [{ label, value }] : []);
