import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sumOf } from '#domain/numbers/decimal.ts';
import { ControlTotals, ExactSum } from '#etl/checks/totals.ts';
import { SeenKeys } from '#etl/checks/seen-keys.ts';

const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.integer({ min: 0, max: 9 }))
  .map(([digits, places]) => {
    const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
    const plain = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
    return digits < 0n ? `-${plain}` : plain;
  });

it('adds amounts exactly, in any order and size', () => {
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 50 }), (amounts) => {
      const sum = new ExactSum();
      for (const one of amounts) sum.add(one);
      expect(sumOf([sum.toText()]).eq(sumOf(amounts))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it('says of all that were read what accepted and refused ones say together, as fine as they were told', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(amount, fc.boolean()), { minLength: 1, maxLength: 50 }), (amounts) => {
      const totals = new ControlTotals(['amount'], []);
      const whole = new ExactSum();
      for (const [one, isAccepted] of amounts) {
        totals.add({ amount: one }, isAccepted);
        whole.add(one);
      }
      const { read } = totals.all().find(({ column }) => column === 'amount')!;
      expect([read.records, read.toText()]).toEqual([whole.records, whole.toText()]);
    }),
    { numRuns: 300 },
  );
});

it('takes repeats back out of what was accepted, whole and per group', () => {
  const totals = new ControlTotals(['amount'], ['unit']);
  for (const value of ['1.50', '2.25']) totals.add({ amount: value, unit: 'a' }, true);
  totals.add({ amount: '9', unit: 'b' }, false);
  totals.takeBack({ amount: '2.25', unit: 'a' });
  const said = totals
    .all()
    .map(({ column, groupKey, read, accepted }) => [
      column,
      groupKey,
      read.records,
      read.toText(),
      accepted.records,
      accepted.toText(),
    ]);
  expect(said).toContainEqual(['amount', '', 3, '12.75', 1, '1.50']);
  expect(said).toContainEqual(['amount', 'a', 2, '3.75', 1, '1.50']);
  expect(said).toContainEqual(['', 'b', 1, '0', 0, '0']);
});

it('never misses a repeat and hardly ever suspects a new key', () => {
  const seen = new SeenKeys();
  for (let i = 0; i < 200_000; i++) seen.add(i % 500, Math.floor(i / 500), 256_920_001, 0, i);
  expect(seen.suspects!.length).toBeLessThan(5);
  for (let i = 0; i < 1_000; i++) seen.add(i % 500, Math.floor(i / 500), 256_920_001, 0, i);
  expect(seen.suspects!.length).toBeGreaterThanOrEqual(1_000);
});
