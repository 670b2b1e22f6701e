import { describe, expect, it } from 'vitest';
import type { DatasetName } from '#etl/datasets/contract.ts';
import { check } from './check.ts';

const budget = {
  unit_code: '03004',
  fiscal_year: '2570',
  allocated_baht: '100',
  committed_baht: '50',
  disbursed_baht: '20',
};
const project = {
  project_code: 'P1',
  name_th: 'โครงการ',
  unit_code: '03004',
  planned_start_on: '1 ต.ค. 2568',
  planned_end_on: '30 ก.ย. 2569',
};
const kpi = {
  agreement_code: 'A',
  agreement_type: 'PM_MIN',
  fiscal_year: '2570',
  unit_code: '03000',
  maker_position: 'minister-03000',
  recipient_position: 'pm',
  kpi_no: '1.1',
  indicator_code: 'SV-01',
  perspective: 'QUA',
  kpi_type: 'higher',
  weight_12: '20',
  t1: '60',
  t2: '65',
  t3: '70',
  t4: '75',
  t5: '80',
  plan_12: '80',
};
const index = {
  index_code: 'EGDI',
  unit_code: '03000',
  year: '2012',
  rank: '92',
  value: '0.50927',
  online_service: '0.5098',
  human_capital: '0.78193',
  telecom_infrastructure: '0.23608',
};
const indicator = {
  indicator_code: 'X',
  name_th: 'ก',
  name_en: 'x',
  unit_of_measure: 'ร้อยละ',
  direction: 'ยิ่งมากยิ่งดี',
  org_rollup: 'ratio_of_sums',
  time_rollup: 'sum',
  frequency: 'รายเดือน',
  is_share: 'ใช่',
  owner_unit_code: '03000',
};

describe('checking the other datasets', () => {
  it.each<[string, DatasetName, Record<string, string>, string[]]>([
    ['money that adds up', 'budget', budget, []],
    ['a whole project', 'project', project, []],
    ['a KPI with rising thresholds', 'agreement', kpi, []],
    ['an index that follows from its parts', 'index', index, []],
    ['an indicator', 'indicator', indicator, []],
    ['disbursed beyond committed', 'budget', { ...budget, disbursed_baht: '60' }, ['disbursed_over_committed']],
    ['committed beyond allocated', 'budget', { ...budget, committed_baht: '101' }, ['committed_over_allocated']],
    ['amounts finer than a satang', 'budget', { ...budget, allocated_baht: '100.333333' }, ['finer_than_satang']],
    ['a zero amount', 'budget', { ...budget, disbursed_baht: '0.0' }, ['amount_zero']],
    ['an end before the start', 'project', { ...project, planned_end_on: '1 ก.ย. 2568' }, ['end_before_start']],
    [
      'a cost in another unit',
      'project',
      { ...project, planned_cost: '3.37', projected_cost: '1141.5' },
      ['cost_unit_suspect'],
    ],
    [
      'a cost variance that does not follow',
      'project',
      { ...project, planned_cost: '2', projected_cost: '1', stated_cost_variance: '5' },
      ['cost_variance_differs'],
    ],
    [
      'a schedule variance that does not follow',
      'project',
      { ...project, forecast_end_on: '30 ก.ย. 2569', stated_schedule_variance_days: '-153' },
      ['schedule_variance_differs'],
    ],
    ['an index that does not follow', 'index', { ...index, value: '0' }, ['index_not_from_parts']],
    ['a part left blank', 'index', { ...index, human_capital: '' }, ['part_blank']],
    ['a rank with a decimal point', 'index', { ...index, rank: '92.0' }, ['whole_number_with_point']],
    ['a two-digit year', 'budget', { ...budget, fiscal_year: '70' }, ['year_two_digits']],
  ])('accepts %s', (_, dataset, cells, rules) => {
    expect(check(dataset, cells)).toMatchObject({ accepted: true, rules });
  });

  it.each<[string, DatasetName, Record<string, string>, string[]]>([
    ['a negative amount', 'budget', { ...budget, disbursed_baht: '-1' }, ['amount_negative']],
    ['no amount at all', 'budget', { unit_code: '03004', fiscal_year: '2570', allocated_baht: '' }, ['amount_missing']],
    ['a year of the common era', 'budget', { ...budget, fiscal_year: '2027' }, ['year_not_buddhist']],
    ['a period outside its year', 'budget', { ...budget, period: '2568-12' }, ['period_not_in_year']],
    ['a project without a name', 'project', { ...project, name_th: '' }, ['name_missing']],
    ['a percentage over 100', 'project', { ...project, percent_done: '101' }, ['number_above']],
    ['a phase between phases', 'project', { ...project, phase: '2.5' }, ['number_not_whole']],
    ['a day that is none', 'project', { ...project, planned_end_on: '31/02/2569' }, ['date_impossible']],
    ['thresholds that turn', 'agreement', { ...kpi, t3: '80' }, ['thresholds_not_monotone']],
    ['thresholds of a round left open', 'agreement', { ...kpi, t1_6: '10' }, ['thresholds_incomplete']],
    ['a link to nothing', 'agreement', { ...kpi, link_type: 'cascade' }, ['link_without_kpi']],
    ['a share that would be averaged', 'indicator', { ...indicator, org_rollup: 'avg' }, ['share_needs_ratio']],
  ])('rejects %s', (_, dataset, cells, rules) => {
    expect(check(dataset, cells)).toMatchObject({ accepted: false, rules });
  });

  it('weighs the parts of an index as the mapping says for the year', () => {
    const egdi2010 = {
      ...index,
      year: '2010',
      value: '0.46529',
      online_service: '0.33333',
      human_capital: '0.89193',
      telecom_infrastructure: '0.1746',
    };
    const weights = { 2010: { online_service: '0.34', human_capital: '0.33', telecom_infrastructure: '0.33' } };
    expect(check('index', egdi2010).rules).toEqual(['index_not_from_parts']);
    expect(check('index', egdi2010, { settings: { weights } }).rules).toEqual([]);
  });
});
