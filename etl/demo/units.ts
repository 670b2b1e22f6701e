import { readUnits } from '#db/reference/units.ts';

/** What the demonstration needs to know of a unit of the reference list. */
export type DemoUnit = {
  code: string;
  parentCode: string | null;
  level: 'PMOC' | 'MOC' | 'DOC' | 'province';
  kind: string;
  nameTh: string;
  nameEn: string;
  abbrTh: string | null;
};

export type Organisation = {
  /** The twenty ministry-level units of the Prime Minister's line. */
  ministries: DemoUnit[];
  /** Units that report, ministry by ministry: all departments and some public organisations. */
  reporters: DemoUnit[];
  reportersOf: (ministryCode: string) => DemoUnit[];
  /** Departments: those whose heads sign agreements with the permanent secretary. */
  departments: DemoUnit[];
  unit: (code: string) => DemoUnit;
};

/** The units of the Prime Minister's line as the reference data have them. */
export function readOrganisation(): Organisation {
  return toOrganisation(readUnits().filter(({ inChain, validTo }) => inChain && validTo === null));
}

export function toOrganisation(units: readonly DemoUnit[]): Organisation {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const ministries = units.filter(
    ({ level, kind, parentCode }) => level === 'MOC' && kind === 'ministry' && parentCode === 'PMOC',
  );
  const reportersOf = (ministry: string): DemoUnit[] =>
    units.filter(
      ({ parentCode, kind, code }) => parentCode === ministry && (kind === 'department' || PUBLIC_REPORTERS.has(code)),
    );
  const reporters = ministries.flatMap(({ code }) => reportersOf(code));
  return {
    ministries,
    reporters,
    reportersOf,
    departments: reporters.filter(({ kind }) => kind === 'department'),
    unit: (code) => {
      const unit = byCode.get(code);
      if (!unit) throw new RangeError(`The reference list has no unit ${code}`);
      return unit;
    },
  };
}

export function ministryOf(unit: DemoUnit): string {
  return unit.level === 'MOC' ? unit.code : (unit.parentCode ?? unit.code);
}

/** Public organisations that report in the demonstration. */
const PUBLIC_REPORTERS = new Set([
  '01036',
  '01039',
  '01M01',
  '02009',
  '07017',
  '09014',
  '11006',
  '11007',
  '11011',
  '11012',
  '13011',
  '20311',
  '21013',
  '21014',
  '23063',
  '23067',
  '23069',
  '23070',
]);
