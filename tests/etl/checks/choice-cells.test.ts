import { expect, test } from 'vitest';
import { toChoiceParser } from '#etl/checks/choice-cells.ts';
import { contracts } from '#etl/datasets/contracts.ts';

const state = contracts.reading.columns.find(({ name }) => name === 'state')!.type;

test.each([
  ['รายงานแล้ว', 'reported'],
  ['Reported', 'reported'],
  ['ไม่เปิดเผย', 'withheld'],
])('%s is the choice %s', (raw, value) => {
  if (state.kind !== 'choice') throw new Error('The state of a reading is a choice.');
  expect(toChoiceParser(state.values, state.words ?? {})(raw)).toEqual({ value });
});

test('a word that is none is told the choices as they are said, with their codes', () => {
  const parse = toChoiceParser(['month', 'year', 'Q'], { รายเดือน: 'month', เดือนละครั้ง: 'month', รายปี: 'year' });
  expect(parse('ทุกวัน')).toMatchObject({
    value: null,
    told: { rule: 'choice_unknown', params: { allowed: 'รายเดือน (month), รายปี (year), Q' } },
  });
});
