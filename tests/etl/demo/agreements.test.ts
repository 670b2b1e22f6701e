import { describe, expect, test } from 'vitest';
import { sumOf } from '#domain/numbers/decimal.ts';
import { scoreLevel5 } from '#domain/scoring/score.ts';
import { departmentAgreement, ministryAgreements, type AgreementRow } from '#etl/demo/agreements/agreement-rows.ts';
import { unitsBehind } from '#etl/demo/agreements/kpis.ts';
import { HOST_WITHOUT_KPI, HOSTS } from '#etl/demo/indicators/back-office.ts';
import { indicatorSpec } from '#etl/demo/indicators/index.ts';
import { TROUBLED_MINISTRY, WEAK_MINISTRY } from '#etl/demo/offices.ts';
import { actualOf } from '#etl/demo/readings/roll-up.ts';
import { org } from './organisation.ts';

const years = [2568, 2569, 2570];
const ofMinistries = years.flatMap((year) =>
  org.ministries.flatMap((ministry) => ministryAgreements(org, ministry, year)),
);
const ofDepartments = [2569, 2570].flatMap((year) =>
  org.departments.flatMap((unit) => departmentAgreement(org, unit, year)),
);
const byAgreement = (rows: readonly AgreementRow[]) => {
  const groups = new Map<string, AgreementRow[]>();
  for (const row of rows) groups.set(row.agreement_code!, [...(groups.get(row.agreement_code!) ?? []), row]);
  return [...groups.values()];
};
const scoreOf = (rows: readonly AgreementRow[]): { score: number; each: number[] } => {
  const parts = rows.map((row) => {
    const units = unitsBehind(org, org.unit(row.unit_code!));
    const actual = actualOf(org, units, indicatorSpec(row.indicator_code!), Number(row.fiscal_year), 12);
    return {
      weight: Number(row.weight_12),
      score: Number(
        scoreLevel5(
          [1, 2, 3, 4, 5].map((level) => row[`t${level}`]!),
          actual,
        ),
      ),
    };
  });
  const weight = parts.reduce((all, part) => all + part.weight, 0);
  return {
    score: parts.reduce((all, part) => all + part.weight * part.score, 0) / weight,
    each: parts.map(({ score }) => score),
  };
};
const ministers = (year: number) =>
  new Map(
    byAgreement(ofMinistries)
      .filter(([row]) => row!.agreement_type === 'PM_MIN' && row!.fiscal_year === String(year))
      .map((rows) => [rows[0]!.unit_code!, scoreOf(rows)]),
  );

describe('agreements of the demonstration', () => {
  test('each ministry has both kinds with 8 to 12 KPIs in each year', () => {
    const agreements = byAgreement(ofMinistries);
    expect(agreements).toHaveLength(20 * 2 * 3);
    for (const rows of agreements) {
      expect(rows.length, rows[0]!.agreement_code).toBeGreaterThanOrEqual(8);
      expect(rows.length, rows[0]!.agreement_code).toBeLessThanOrEqual(12);
    }
  });

  test('the weights of every round sum to 100.00 exactly', () => {
    for (const rows of byAgreement([...ofMinistries, ...ofDepartments]))
      for (const round of ['weight_6', 'weight_9', 'weight_12'])
        expect(sumOf(rows.map((row) => row[round]!)).toFixed(2), `${rows[0]!.agreement_code} ${round}`).toBe('100.00');
  });

  test('some agreements weigh their KPIs differently in the early rounds', () => {
    expect(byAgreement(ofMinistries).some((rows) => rows.some((row) => row.weight_6 !== row.weight_12))).toBe(true);
  });

  test('every KPI has its five thresholds', () => {
    for (const row of [...ofMinistries, ...ofDepartments])
      for (const level of [1, 2, 3, 4, 5])
        expect(row[`t${level}`], `${row.agreement_code} ${row.kpi_no}`).toBeDefined();
  });

  test('thresholds run one way and no share asks for more than 100', () => {
    for (const row of [...ofMinistries, ...ofDepartments])
      for (const suffix of ['', '_6', '_9']) {
        const steps = [1, 2, 3, 4, 5]
          .map((level) => row[`t${level}${suffix}`])
          .filter((step) => step !== undefined)
          .map(Number);
        if (steps.length === 0) continue;
        const name = `${row.agreement_code} ${row.kpi_no} ${row.indicator_code}${suffix}: ${steps.join(' ')}`;
        const rising = steps.every((step, i) => i === 0 || step >= steps[i - 1]!);
        const falling = steps.every((step, i) => i === 0 || step <= steps[i - 1]!);
        expect(rising || falling, name).toBe(true);
        expect(steps[4]! < steps[0]!, name).toBe(row.kpi_type === 'lower');
        if (indicatorSpec(row.indicator_code!).isShare) expect(Math.max(...steps), name).toBeLessThanOrEqual(100);
        expect(Math.min(...steps), name).toBeGreaterThanOrEqual(0);
      }
  });

  test('of what is counted whole, nobody promises a half', () => {
    for (const row of [...ofMinistries, ...ofDepartments]) {
      const { shape, decimals } = indicatorSpec(row.indicator_code!);
      if (decimals > 0 || (shape.kind !== 'count' && shape.kind !== 'stock')) continue;
      const promised = ['t1', 't2', 't3', 't4', 't5', 't3_6', 't3_9', 'plan_6', 'plan_9', 'plan_12', 'target'];
      for (const column of promised)
        if (row[column] !== undefined)
          expect(row[column], `${row.agreement_code} ${row.kpi_no} ${column}`).toMatch(/^\d+$/);
    }
  });

  test('every link names a KPI that stands in the agreement above', () => {
    const known = new Set(ofMinistries.map((row) => `${row.agreement_code} ${row.kpi_no}`));
    const links = [...ofMinistries, ...ofDepartments].filter((row) => row.link_type);
    expect(links.length).toBeGreaterThan(500);
    for (const row of links)
      expect(known.has(`${row.linked_agreement} ${row.linked_kpi_no}`), row.agreement_code).toBe(true);
    expect(new Set(links.map((row) => row.link_type))).toEqual(new Set(['same', 'cascade', 'proxy', 'contribution']));
  });

  test('each host promises a KPI about its system, but for the one that shows the warning', () => {
    for (const { ministryCode } of HOSTS) {
      const rows = ofMinistries.filter(
        (row) => row.unit_code === ministryCode && row.agreement_type === 'PM_MIN' && row.fiscal_year === '2570',
      );
      expect(
        rows.some((row) => indicatorSpec(row.indicator_code!).system !== null),
        ministryCode,
      ).toBe(ministryCode !== HOST_WITHOUT_KPI);
    }
  });

  test('last year one ministry is in trouble and a second stands below 3.00; the others lie between 3.2 and 4.4', () => {
    const scores = ministers(2569);
    const below = [...scores].filter(([, { score }]) => score < 3).map(([code]) => code);
    expect(below.sort()).toEqual([TROUBLED_MINISTRY, WEAK_MINISTRY].sort());
    expect(scores.get(TROUBLED_MINISTRY)!.score).toBeLessThan(ministers(2568).get(TROUBLED_MINISTRY)!.score - 0.4);
    for (const [code, { score }] of scores) {
      if (below.includes(code)) continue;
      expect(score, code).toBeGreaterThan(3.2);
      expect(score, code).toBeLessThan(4.45);
    }
  });

  test('what the minister promised is measured alike in the permanent secretary’s agreement', () => {
    const ladder = (row: AgreementRow) =>
      ['', '_6', '_9'].flatMap((suffix) => [1, 2, 3, 4, 5].map((level) => row[`t${level}${suffix}`]));
    const ministers = new Map(
      ofMinistries
        .filter((row) => row.agreement_type === 'PM_MIN')
        .map((row) => [`${row.unit_code} ${row.fiscal_year} ${row.indicator_code}`, row]),
    );
    let shared = 0;
    for (const row of ofMinistries.filter(({ agreement_type }) => agreement_type === 'MIN_PS')) {
      const above = ministers.get(`${row.unit_code} ${row.fiscal_year} ${row.indicator_code}`);
      if (!above) continue;
      shared++;
      expect(ladder(row), `${row.agreement_code} ${row.kpi_no}`).toEqual(ladder(above));
    }
    expect(shared).toBeGreaterThan(400);
  });

  test('the two agreements of a ministry come to much the same, as their KPIs and weights differ little', () => {
    for (const year of [2568, 2569])
      for (const rows of byAgreement(ofMinistries).filter(
        ([row]) => row!.agreement_type === 'MIN_PS' && row!.fiscal_year === String(year),
      ))
        expect(
          Math.abs(scoreOf(rows).score - ministers(year).get(rows[0]!.unit_code!)!.score),
          rows[0]!.agreement_code,
        ).toBeLessThan(0.3);
  });

  test('a KPI is answered for by an office that does it: of a mission the head of the department', () => {
    const owner = (type: string, unit: string, indicator: string) =>
      [...ofMinistries, ...ofDepartments].find(
        (row) => row.agreement_type === type && row.unit_code === unit && row.indicator_code === indicator,
      )?.owner_title;
    expect(owner('PM_MIN', '03000', 'M03-01')).toBe('อธิบดีกรมสรรพากร');
    expect(owner('PM_MIN', '18000', 'M18-03')).toBe('อธิบดีกรมศิลปากร');
    expect(owner('PS_DG', '08004', 'M08-02')).toBe('ผู้อำนวยการสำนักการขนส่งผู้โดยสาร');
    expect(owner('PS_DG', '08004', 'C-SRV-04')).toBe('เลขานุการกรม');
    expect(owner('MIN_PS', '03000', 'C-BUD-01')).toBe('ผู้อำนวยการกองบริหารการคลัง');
  });

  test('single KPIs reach from level 1 to level 5', () => {
    const each = byAgreement([...ofMinistries, ...ofDepartments])
      .filter(([row]) => row!.fiscal_year === '2569')
      .flatMap((rows) => scoreOf(rows).each);
    expect(each.filter((score) => score === 5).length).toBeGreaterThan(10);
    expect(each.filter((score) => score <= 1.5).length).toBeGreaterThan(3);
  });

  test('a few agreements of the running year are drafts, all earlier ones are signed', () => {
    const drafts = byAgreement([...ofMinistries, ...ofDepartments])
      .filter(([row]) => row!.status === 'draft')
      .map(([row]) => row!.fiscal_year);
    expect(drafts.length).toBeGreaterThan(2);
    expect(drafts.length).toBeLessThan(25);
    expect(new Set(drafts)).toEqual(new Set(['2570']));
  });
});
