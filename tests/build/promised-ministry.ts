import type { TestDatabase } from '#tests/setup/database.ts';
import { buildDuty, buildFeed, buildIndicator, publishReadings, publishRecords } from './publication.ts';

const MONTHS = ['2568-10', '2568-11', '2568-12', '2569-01', '2569-02', '2569-03', '2569-04', '2569-05', '2569-06', '2569-07', '2569-08', '2569-09'];
const LOADED_AT = new Date('2026-10-20T02:00:00Z');

/**
 * The Ministry of Finance in fiscal year 2569: two departments report the share of permits given in time, and of complaints
 * answered, each month; the minister, the permanent secretary and one department promise both. The first department's
 * percentages are 90, the second's 10, and the second is ten times as large.
 */
export async function buildPromisedMinistry(database: TestDatabase): Promise<void> {
  const sql = database.etl;
  for (const code of ['PERMITS', 'ANSWERS']) await buildIndicator(database.owner, code);
  for (const code of ['PERMITS', 'ANSWERS'])
    for (const unit of ['03003', '03004']) await buildDuty(database.owner, unit, code, 2569);
  await publishRecords(sql, await buildFeed(database.owner, 'agreement', 'PMOC'), 'agreement', agreements(), new Date('2026-10-19T02:00:00Z'));
  await publishReadings(sql, await buildFeed(database.owner, 'reading', '03003'), readingsOf('03003', '90', '100'), LOADED_AT);
  await publishReadings(sql, await buildFeed(database.owner, 'reading', '03004'), readingsOf('03004', '100', '1000'), LOADED_AT);
}

const readingsOf = (unit: string, num: string, den: string) =>
  MONTHS.flatMap((period) => [
    { unit, indicator: 'PERMITS', period, num, den },
    { unit, indicator: 'ANSWERS', period, num: '80', den: '100' },
  ]);

function agreements() {
  const parties: Record<string, string>[] = [
    { agreement_code: 'A-MIN', agreement_type: 'PM_MIN', unit_code: '03000', maker_position: 'minister-03000', recipient_position: 'pm' },
    { agreement_code: 'A-PS', agreement_type: 'MIN_PS', unit_code: '03000', maker_position: 'ps-03000', recipient_position: 'minister-03000' },
    { agreement_code: 'A-DG', agreement_type: 'PS_DG', unit_code: '03003', maker_position: 'dg-03003', recipient_position: 'ps-03000', status: 'draft' },
  ];
  return parties.flatMap((party) => [
    { ...kpiOf(party, '1.1', 'PERMITS'), perspective: 'EFF', weight_12: '60', link_type: 'cascade', ...linkOf(party['agreement_code']) },
    { ...kpiOf(party, '2.1', 'ANSWERS'), perspective: 'QUA', weight_12: party['agreement_code'] === 'A-DG' ? '30' : '40' },
  ]);
}

const kpiOf = (party: Record<string, string>, no: string, indicator: string) => ({
  fiscal_year: '2569',
  status: 'signed',
  signed_on: '2025-12-01',
  ...party,
  kpi_no: no,
  indicator_code: indicator,
  kpi_type: 'higher',
  t1: '60',
  t2: '65',
  t3: '70',
  t4: '75',
  t5: '80',
  plan_12: '75',
  owner_title: `ผู้อำนวยการสำนัก ${no}`,
});

const linkOf = (code: string | undefined) =>
  code === 'A-DG' ? { linked_agreement: 'A-PS', linked_kpi_no: '1.1' } : code === 'A-PS' ? { linked_agreement: 'A-MIN', linked_kpi_no: '1.1' } : {};
