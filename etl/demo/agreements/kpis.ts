import { BACK_OFFICE_INDICATORS, HOSTS, HOST_WITHOUT_KPI } from '../indicators/back-office.ts';
import { indicatorSpec, indicatorsOwedBy, missionIndicators } from '../indicators/index.ts';
import type { IndicatorSpec, Perspective } from '../indicators/spec.ts';
import { chance } from '../random.ts';
import { isWithheld } from '../readings/series.ts';
import type { DemoUnit, Organisation } from '../units.ts';

/** One promised KPI before its thresholds: which indicator, how heavy, how it hangs on the agreement above. */
export type KpiChoice = {
  no: string;
  spec: IndicatorSpec;
  heaviness: number;
  link: { type: 'same' | 'cascade' | 'proxy' | 'contribution'; indicatorCode: string } | null;
};

type Pick = { code: string; heaviness: number; link?: KpiChoice['link'] };

/** What a minister promises the Prime Minister: mission first, then service, money and people; 8 to 12 KPIs. */
export function ministerKpis(ministry: string): KpiChoice[] {
  const missions = missionIndicators(ministry).map(({ code }, i) => ({ code, heaviness: [16, 13, 11][i] ?? 10 }));
  const permits = chance('permits', ministry) < 0.7 ? 'C-SRV-01' : 'C-SRV-04';
  return number([
    ...missions,
    { code: 'C-DIG-01', heaviness: 8 },
    ...hostKpis(ministry).map((code) => ({ code, heaviness: 6 })),
    { code: 'C-SRV-02', heaviness: 8 },
    { code: permits, heaviness: 8 },
    { code: 'C-BUD-01', heaviness: 9 },
    { code: 'C-BUD-02', heaviness: 7 },
    { code: 'C-HRD-01', heaviness: 6 },
    { code: chance('integrity', ministry) < 0.45 ? 'C-GOV-02' : 'C-GOV-01', heaviness: 5 },
  ]);
}

/** What a permanent secretary promises the minister: the same missions with other weights, and how the house is run. */
export function secretaryKpis(ministry: string): KpiChoice[] {
  const above = new Set(ministerKpis(ministry).map(({ spec }) => spec.code));
  const same = (code: string, heaviness: number): Pick => ({
    code,
    heaviness,
    link: above.has(code) ? { type: 'same', indicatorCode: code } : null,
  });
  return number([
    ...missionIndicators(ministry).map(({ code }, i) => same(code, [12, 11, 10][i] ?? 9)),
    { code: 'C-SRV-03', heaviness: 9, link: { type: 'proxy', indicatorCode: 'C-DIG-01' } },
    ...hostKpis(ministry)
      .slice(-1)
      .map((code) => same(code, 7)),
    same('C-SRV-02', 8),
    {
      code: 'C-SRV-04',
      heaviness: 8,
      link: {
        type: above.has('C-SRV-04') ? 'same' : 'contribution',
        indicatorCode: above.has('C-SRV-04') ? 'C-SRV-04' : 'C-SRV-02',
      },
    },
    same('C-BUD-01', 9),
    same('C-BUD-02', 9),
    { code: 'C-DIG-02', heaviness: 7, link: null },
    same('C-HRD-01', 7),
    same('C-GOV-01', 6),
  ]);
}

/** What the head of a department promises the permanent secretary: five KPIs, cascaded where the indicator is the same. */
export function departmentKpis(unit: DemoUnit, ministry: string): KpiChoice[] {
  const owed = new Set(indicatorsOwedBy(unit).flatMap(({ code }) => (isWithheld(unit, code) ? [] : [code])));
  const above = new Set(secretaryKpis(ministry).map(({ spec }) => spec.code));
  const own = [...owed].filter((code) => code.startsWith('M') || code.startsWith('BO')).slice(0, 2);
  const usual = ['C-SRV-04', 'C-SRV-02', 'C-BUD-01', 'C-BUD-02', 'C-HRD-01', 'C-DIG-02'].filter((code) =>
    owed.has(code),
  );
  return number(
    [...own, ...usual].slice(0, 5).map((code, i) => ({
      code,
      heaviness: [26, 22, 20, 18, 14][i]!,
      link: above.has(code)
        ? { type: 'cascade', indicatorCode: code }
        : { type: 'contribution', indicatorCode: 'C-SRV-02' },
    })),
  );
}

/** Success KPIs of the Back Office systems that the ministry hosts, two at most; one host has none, and is told so. */
function hostKpis(ministry: string): string[] {
  if (ministry === HOST_WITHOUT_KPI) return [];
  const systems = HOSTS.filter((host) => host.ministryCode === ministry).map(({ system }) => system);
  return BACK_OFFICE_INDICATORS.filter(({ system }) => systems.includes(system!))
    .map(({ code }) => code)
    .slice(-2);
}

const ORDER: readonly Perspective[] = ['EFF', 'QUA', 'EFI', 'ORG'];

/** Numbers KPIs by perspective: 1.1, 1.2, … 4.1. */
function number(picks: readonly Pick[]): KpiChoice[] {
  return ORDER.flatMap((perspective, i) =>
    picks
      .map((one) => ({ ...one, spec: indicatorSpec(one.code) }))
      .filter(({ spec }) => spec.perspective === perspective)
      .map(({ spec, heaviness, link }, k) => ({ no: `${i + 1}.${k + 1}`, spec, heaviness, link: link ?? null })),
  );
}

/** Whose results a KPI of a ministry is about. */
export function unitsBehind(org: Organisation, unit: DemoUnit): DemoUnit[] {
  return unit.level === 'MOC' ? org.reportersOf(unit.code) : [unit];
}
