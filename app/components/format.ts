import {
  formatDate,
  formatDateTime,
  formatDayMonth,
  formatMonth,
  formatTime,
  type DateStyle,
} from '#domain/format/date.ts';
import { formatMillionBaht, formatMillionBahtFigure } from '#domain/format/money.ts';
import { formatNumber } from '#domain/format/number.ts';
import { formatPercent, formatPercentInText } from '#domain/format/percent.ts';
import { formatFiscalYear, formatRound } from '#domain/format/period.ts';
import { formatScore, formatScoreChange } from '#domain/format/score.ts';
import { toThaiDigits } from '#domain/text/thai-digits.ts';
import type { Language } from '#domain/messages/words.ts';
import { useReading } from './words.tsx';

/** Formatters in the reader's language and digits, for sentences and tiles. */
export function useFormat(): Format {
  const { language, digits } = useReading();
  return toFormat(language, digits === 'thai' && language === 'th' ? toThaiDigits : asIs);
}

/** The same for columns and charts: always Arabic digits, which alone are all of one width. */
export function useFigures(): Format {
  return toFormat(useReading().language, asIs);
}

export type Format = ReturnType<typeof toFormat>;
type Numeral = string | number;

/** `set` turns the digits of the finished text. */
export function toFormat(language: Language, set: (text: string) => string) {
  return {
    score: (value: Numeral) => set(formatScore(value)),
    change: (value: Numeral) => set(formatScoreChange(value)),
    number: (value: Numeral, places = 0) => set(formatNumber(value, { places })),
    percent: (value: Numeral, places = 2) => set(formatPercent(value, { places })),
    percentInText: (value: Numeral) => set(formatPercentInText(value, language)),
    millionBaht: (baht: Numeral) => set(formatMillionBaht(baht, language)),
    millionBahtFigure: (baht: Numeral) => set(formatMillionBahtFigure(baht)),
    date: (date: string, style?: DateStyle) => set(formatDate(date, language, style)),
    dayMonth: (date: string) => set(formatDayMonth(date, language)),
    month: (date: string) => set(formatMonth(date, language)),
    dateTime: (instant: string | Date) => set(formatDateTime(instant, language)),
    time: (instant: string | Date) => set(formatTime(instant, language)),
    fiscalYear: (year: number) => set(formatFiscalYear(year, language)),
    round: (months: number) => set(formatRound(months, language)),
  };
}

const asIs = (text: string) => text;
