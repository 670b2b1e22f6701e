import { addDays, fiscalYearOf, fiscalYearStart, type IsoDate } from '#domain/time/fiscal-calendar.ts';
import type { Organisation } from '../units.ts';
import { demoName, type DemoName } from './names.ts';

/** Someone who holds an office in the demonstration, or acts for its holder. */
export type DemoPerson = DemoName & {
  login: string;
  positionCode: string;
  fromOn: IsoDate;
  toOn?: IsoDate;
  acting?: 'for_absent' | 'in_vacancy';
};
export type DemoAide = DemoName & { login: string; positionCode: string; fromOn: IsoDate; toOn: IsoDate };

/** A data officer on leave, for whom a colleague acts (รักษาราชการแทน). */
export const ABSENT = 'officer-05004';
/** A post without a holder, held in acting (รักษาการในตำแหน่ง). */
export const VACANT = 'dg-16010';

const HELD_SINCE = '2024-10-01';

/** Holders of the offices that the demonstration's units have; the sign-in name is the position's code. */
export function demoPeople(org: Organisation, positionCodes: readonly string[], day: IsoDate): DemoPerson[] {
  const units = new Set(['PMOC', ...org.ministries.map(({ code }) => code), ...org.reporters.map(({ code }) => code)]);
  const held = positionCodes.filter((code) => !code.includes('-') || units.has(code.slice(code.indexOf('-') + 1)));
  return held.flatMap((code) => holdersOf(code, day));
}

function holdersOf(code: string, day: IsoDate): DemoPerson[] {
  const holder: DemoPerson = { ...demoName(code), login: code, positionCode: code, fromOn: HELD_SINCE };
  const yearStart = fiscalYearStart(fiscalYearOf(day));
  if (code === VACANT) return [{ ...holder, acting: 'in_vacancy', fromOn: yearStart }];
  if (code !== ABSENT) return [holder];
  const onLeave: DemoPerson = {
    ...demoName(`${code} on leave`),
    login: `${code}-holder`,
    positionCode: code,
    fromOn: HELD_SINCE,
  };
  return [onLeave, { ...holder, acting: 'for_absent', fromOn: addDays(day, -18), toOn: addDays(day, 72) }];
}

/** Aides who read and prepare for the Prime Minister and for one minister, for a year. */
export function demoAides(day: IsoDate): DemoAide[] {
  const fromOn = fiscalYearStart(fiscalYearOf(day));
  const term = { fromOn, toOn: addDays(fiscalYearStart(fiscalYearOf(day) + 1), -1) };
  return [
    { ...demoName('aide-pm'), login: 'aide-pm', positionCode: 'pm', ...term },
    { ...demoName('aide-08000'), login: 'aide-08000', positionCode: 'minister-08000', ...term },
  ];
}
