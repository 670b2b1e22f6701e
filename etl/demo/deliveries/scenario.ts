import { bangkokDateOf, type IsoDate } from '#domain/time/fiscal-calendar.ts';
import type { Period } from '#domain/time/period.ts';
import { dueOn, fiscalYearsUntil, monthsOf } from '../calendar.ts';

/** Who is late, wrong or waiting hangs on the newest month that is due when the demonstration is first loaded. */
export type Scenario = {
  /** Day of the first load. */
  day: IsoDate;
  /** Months of the demonstration that ended before that day, oldest first. */
  months: Period[];
  /** The newest of them whose reports are due. */
  newest: Period;
  /** From this month on every ministry sends for itself; before, the centre's collected history. */
  modernFrom: Period;
};

export function toScenario(startAt: Date | string): Scenario {
  const day = bangkokDateOf(startAt);
  const months = fiscalYearsUntil(day)
    .flatMap(monthsOf)
    .filter((month) => month.endsOn < day);
  const due = months.filter((month) => dueOn(month) <= day);
  if (due.length < 2) throw new RangeError('The demonstration begins in December 2567: set CLOCK to a later day.');
  return { day, months, newest: due.at(-1)!, modernFrom: due.at(-2)! };
}

/** Ministries whose departments send for themselves. */
export const DEPARTMENT_SENDERS: ReadonlySet<string> = new Set(['03000', '11000']);
/** Departments that have not sent the newest month, or not yet. */
export const LATE: ReadonlySet<string> = new Set([
  '15005',
  '08012',
  '16010',
  '09007',
  '09012',
  '22006',
  '03009',
  '11009',
]);
/** Left out the quarter before the newest month altogether. */
export const MISSING_QUARTER = '15007';
/** Sends a file of which ten records are rejected. */
export const FAULTY_SENDER = '03005';
/** Sends another file than was asked for: refused whole. */
export const REFUSED_SENDER = '03008';
/** Sends a correction some days later. */
export const CORRECTING_SENDER = '03007';
/** A ministry whose own figure differs from what its departments add up to. */
export const DIFFERING_MINISTRY = '20000';
/** What became by hand of feeds that do not accept by themselves; all others wait. */
export const DECISIONS: Readonly<Record<string, { act: 'accept' | 'return'; remark: string | null }>> = {
  '03011': { act: 'accept', remark: null },
  '11002': { act: 'accept', remark: null },
  '11006': { act: 'accept', remark: null },
  '11012': { act: 'accept', remark: null },
  '11007': { act: 'return', remark: 'ตัวหารของร้อยละหนังสือราชการอิเล็กทรอนิกส์ไม่รวมหน่วยงานส่วนภูมิภาค โปรดตรวจสอบและส่งใหม่' },
};

/** Ministries that send their projects themselves; the centre collects the others'. */
export const PROJECT_SENDERS: ReadonlySet<string> = new Set(['01000', '03000', '07000', '08000', '09000', '21000']);
/** Ministries whose reports the centre takes by hand: last month's it took, the newest waits. */
export const TAKEN_BY_HAND: readonly string[] = ['05000', '16000'];

/** Levels above that take a feed's data without a hand: MOC 2, PMOC 4. */
export function acceptsItself(code: string): number {
  if (TAKEN_BY_HAND.includes(code)) return 0;
  if (code === '11004' || code === '11012') return 0;
  if (code.startsWith('11') || code === '03011') return 4;
  return code.endsWith('000') ? 4 : 6;
}
