import type { NewDuty, NewFeed } from '#db/writes/feeds.ts';
import { LAG_DAYS, FIRST_FISCAL_YEAR } from '../calendar.ts';
import { indicatorsOwedBy } from '../indicators/index.ts';
import { isWithheld } from '../readings/series.ts';
import type { DemoUnit, Organisation } from '../units.ts';
import { ministryOf } from '../units.ts';
import { acceptsItself, DEPARTMENT_SENDERS, PROJECT_SENDERS } from './scenario.ts';
import { mappingOf } from './senders.ts';

const CENTRE = 'PMOC';

/** Every feed of the demonstration. That it is one stands on every screen, not in the name. */
export function demoFeeds(org: Organisation): NewFeed[] {
  return [
    centre('indicator', 'ทะเบียนตัวชี้วัด', 'Register of indicators', 'year'),
    centre('agreement', 'คำรับรองการปฏิบัติราชการ', 'Performance agreements', 'year'),
    centre('reading', 'ผลตัวชี้วัดที่ศูนย์กลางรวบรวม', 'Readings collected by the centre', 'month'),
    centre('project', 'โครงการที่ศูนย์กลางรวบรวม', 'Projects collected by the centre', 'quarter'),
    centre('milestone', 'หมุดหมายโครงการ', 'Milestones', 'month'),
    centre('budget', 'งบประมาณและการเบิกจ่าย', 'Budget and disbursement', 'quarter'),
    ...org.ministries.map((ministry) => own(org, ministry, 'reading', 'ผลตัวชี้วัด', 'Readings')),
    ...org.ministries
      .filter(({ code }) => PROJECT_SENDERS.has(code))
      .map((ministry) => own(org, ministry, 'project', 'โครงการ', 'Projects')),
    ...departmentSenders(org).map((unit) => own(org, unit, 'reading', 'ผลตัวชี้วัด', 'Readings')),
  ];
}

export function departmentSenders(org: Organisation): DemoUnit[] {
  return org.reporters.filter((unit) => DEPARTMENT_SENDERS.has(ministryOf(unit)));
}

/** Through which feed a unit's readings come. */
export function readingFeedOf(unit: DemoUnit): string {
  return `reading-${DEPARTMENT_SENDERS.has(ministryOf(unit)) ? unit.code : ministryOf(unit)}`;
}

/** What every unit owes, from the second year on: the first was handed over whole and was nobody's duty. */
export function demoDuties(org: Organisation): NewDuty[] {
  return org.reporters.flatMap((unit) =>
    indicatorsOwedBy(unit).map(({ code }) => ({
      unitCode: unit.code,
      indicatorCode: code,
      feedCode: readingFeedOf(unit),
      fromFiscalYear: FIRST_FISCAL_YEAR + 1,
      lagDays: LAG_DAYS,
      state: isWithheld(unit, code) ? ('withheld' as const) : ('due' as const),
    })),
  );
}

function centre(dataset: string, nameTh: string, nameEn: string, frequency: NewFeed['frequency']): NewFeed {
  return {
    code: `${dataset}-${CENTRE}`,
    unitCode: CENTRE,
    dataset,
    mapping: `contract-${dataset}`,
    nameTh,
    nameEn,
    frequency,
    acceptsItself: 6,
  };
}

function own(org: Organisation, unit: DemoUnit, dataset: string, nameTh: string, nameEn: string): NewFeed {
  return {
    code: `${dataset}-${unit.code}`,
    unitCode: unit.code,
    dataset,
    mapping: mappingOf(org, unit.code, dataset),
    nameTh: `${nameTh} ${unit.nameTh}`,
    nameEn: `${nameEn}, ${unit.nameEn}`,
    frequency: 'month',
    lagDays: LAG_DAYS,
    acceptsItself: acceptsItself(unit.code),
  };
}
