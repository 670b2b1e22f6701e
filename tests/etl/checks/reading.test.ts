import { describe, expect, it } from 'vitest';
import { check } from './check.ts';

const base = { indicator_code: 'FN-01', unit_code: '03004', period: '2569-10', value: '10' };
const share = { ...base, indicator_code: 'SV-01', value: '', numerator: '9', denominator: '10' };

describe('checking readings', () => {
  it.each([
    ['a value', base, [], { value: '10', state: 'reported', slice_id: '0' }],
    ['Thai digits and separators', { ...base, value: '๑,๒๓๔.๕๐' }, [], { value: '1234.50' }],
    ['numerator and denominator', share, [], { numerator: '9', denominator: '10', value: null }],
    ['a unit by its name', { ...base, unit_code: 'กรมบัญชีกลาง' }, [], { unit_code: '03004' }],
    ['a unit by an alias', { ...base, unit_code: 'กรมบัญชึกลาง' }, ['unit_by_alias'], { unit_code: '03004' }],
    ['a unit by its abbreviation', { ...base, unit_code: 'กค.' }, ['unit_by_alias'], { unit_code: '03000' }],
    [
      'a date of a Buddhist year',
      { ...base, period: '2569-10-01' },
      ['date_read_as_buddhist'],
      { period: '2026-10-01' },
    ],
    [
      'a word for withheld in place of the number',
      { ...base, value: 'ไม่เปิดเผย' },
      ['number_in_words'],
      { state: 'withheld', value: null },
    ],
    ['no cases', { ...share, numerator: '0', denominator: '0' }, ['no_cases'], { state: 'not_applicable' }],
    ['a slice', { ...base, slice_kind: 'layer', slice_code: '2' }, [], { slice_id: '7' }],
  ])('accepts %s', (_, cells, rules, values) => {
    const said = check('reading', cells);
    expect(said).toMatchObject({ accepted: true, rules, values });
  });

  it.each([
    ['an unknown unit, with the near ones', { ...base, unit_code: 'กรมบัญชีกลางง' }, ['unit_unknown_near']],
    ['an unknown indicator', { ...base, indicator_code: 'SV-02' }, ['indicator_unknown_near']],
    ["a unit outside the sender's subtree", { ...base, unit_code: '02000' }, ['unit_outside_sender']],
    ['a unit that no longer existed', { ...base, unit_code: '03099' }, ['unit_not_valid']],
    ['a share over 100', { ...base, indicator_code: 'SV-01', value: '100.01' }, ['share_over_100']],
    ['a negative share', { ...base, indicator_code: 'SV-01', value: '-1' }, ['share_below_0']],
    ['more than all', { ...share, numerator: '11' }, ['numerator_over_denominator']],
    ['cases of none', { ...share, denominator: '0' }, ['denominator_zero']],
    ['half of a ratio', { ...share, denominator: '' }, ['part_missing']],
    ['neither value nor state', { ...base, value: '' }, ['value_missing']],
    ['a value beside the state that there is none', { ...base, state: 'withheld' }, ['state_contradicts_value']],
    ['a decimal comma', { ...base, value: '12,5' }, ['number_decimal_comma']],
    ['a broken amount', { ...base, value: '18,250,00' }, ['number_grouping']],
    ['letters in a number', { ...base, value: '12 ล้าน' }, ['number_with_words']],
    ['a formula error', { ...base, value: '#DIV/0!' }, ['number_formula_error']],
    ['a period of the common era', { ...base, period: '2026-10' }, ['period_year_not_buddhist']],
    ['a period to come', { ...base, period: '2570-12' }, ['period_in_future']],
    ['a month that is none', { ...base, period: '2569-13' }, ['period_impossible']],
    ['an unknown slice', { ...base, slice_kind: 'layer', slice_code: '9' }, ['slice_unknown']],
    ['an unreadable character', { ...base, note: 'กรม\ufffd' }, ['unreadable_character']],
    ['an unknown state', { ...base, state: 'maybe' }, ['choice_unknown']],
    ['a blank unit', { ...base, unit_code: '' }, ['required_missing']],
  ])('rejects %s', (_, cells, rules) => {
    expect(check('reading', cells)).toMatchObject({ accepted: false, rules });
  });

  it.each([
    ['a target of zero', { target: '0', target_met: 'Y' }, ['target_zero']],
    ['a judgement against the numbers', { target: '0.95', target_met: 'Y' }, ['judgement_contradicts']],
    ['numbers left unjudged', { target: '0.8', target_met: 'NA' }, ['cases_not_judged']],
    ['a stated share that does not follow', { stated_share: '0.8' }, ['share_not_ratio']],
  ])('warns of %s', (_, own, rules) => {
    expect(check('reading', { ...share, ...own })).toMatchObject({ accepted: true, rules });
  });

  it('reads a period of the common era where the mapping declares so', () => {
    const said = check('reading', { ...base, period: '2024' }, { era: 'common' });
    expect(said).toMatchObject({ accepted: true, values: { period: '2567' } });
  });
});
