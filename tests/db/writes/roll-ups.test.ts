import { beforeAll, expect, it } from 'vitest';
import type { Tx } from '#db/connect.ts';
import type { Reach } from '#db/writes/plan-for-bulk.ts';
import { openPublication, type Publication } from '#db/writes/republish.ts';
import { rollUpAcross } from '#db/writes/roll-up-across.ts';
import { rollUpTime } from '#db/writes/roll-up-time.ts';
import { touchEverything } from '#db/writes/verify.ts';
import { buildFeed, buildIndicator, publishReadings, type GivenReading } from '#tests/build/publication.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();
const NOVEMBER = new Date('2026-11-10T09:00:00+07:00');
const REACHES: readonly Reach[] = ['one by one', 'whole', 'parallel'];
const RULES = [
  ['sum', 'sum'],
  ['sum', 'ytd'],
  ['avg', 'last'],
  ['min', 'min'],
  ['max', 'max'],
  ['ratio_of_sums', 'sum'],
  ['ratio_of_sums', 'max'],
  ['ratio_of_sums', 'last'],
  ['weighted_avg', 'avg'],
] as const;
const UNITS = ['03003', '03004', '03005', '03006', '04002', '04003'];
const MONTHS = ['2568-10', '2568-11', '2569-10'];

beforeAll(async () => {
  for (const [across, time] of RULES)
    await buildIndicator(database.owner, `${across}-${time}`, { org_rollup: across, time_rollup: time });
  await buildIndicator(database.owner, 'REPORTED', { org_rollup: 'sum', of_record: 'reported' });
  await buildFeed(database.owner, 'reading', 'PMOC');
  await buildFeed(database.owner, 'reading', '03004', { classification: 'internal' });
  await buildFeed(database.owner, 'reading', '04002', { acceptsItself: 0 });
  const readings = (unit: string) =>
    MONTHS.flatMap((period, month) =>
      [...RULES.map((rule) => rule.join('-')), 'REPORTED'].map((indicator, i): GivenReading => {
        const size = UNITS.indexOf(unit) * 7 + month * 3 + i + 1;
        const isParts = indicator.startsWith('ratio') || indicator.startsWith('weighted');
        return isParts
          ? { unit, indicator, period, num: `${size}`, den: `${size * 3 + 1}` }
          : { unit, indicator, period, value: `${size}.5` };
      }),
    );
  const own = ['03004', '04002'];
  const others = [...UNITS.filter((unit) => !own.includes(unit)), '03000'].flatMap(readings);
  others[0] = { unit: others[0]!.unit, indicator: others[0]!.indicator, period: others[0]!.period, state: 'withheld' };
  await publishReadings(database.etl, 'reading-PMOC', others, NOVEMBER);
  for (const unit of own) await publishReadings(database.etl, `reading-${unit}`, readings(unit), NOVEMBER);
});

/** What stands after all roll-ups are made anew, and after they are made again from some changed readings. */
async function computed(reach: Reach): Promise<{ anew: object[]; again: object[] }> {
  let result = { anew: [] as object[], again: [] as object[] };
  const compute = async (tx: Tx): Promise<Publication> => {
    const publication = await openPublication(tx, { cause: 'day_turn', now: NOVEMBER });
    await touchEverything(tx, publication.id);
    await rollUpAcross(tx, publication, reach);
    await rollUpTime(tx, publication, reach);
    return publication;
  };
  const rows = (tx: Tx) =>
    tx<object[]>`select * from unit_rollup order by unit_id, indicator_id, period_id, slice_id, audience, published_in`;
  const rollback = new Error('rolled back');
  await database.etl
    .begin(async (tx) => {
      await tx`delete from unit_rollup`;
      await compute(tx);
      const anew = [...(await rows(tx))];
      await tx`update reading r set value = value + 1, numerator = numerator + 1 from org_unit u where u.id = r.unit_id and u.code = '03003' and r.fiscal_year = 2569`;
      await compute(tx);
      result = { anew, again: [...(await rows(tx))] };
      throw rollback;
    })
    .catch((error: unknown) => {
      if (error !== rollback) throw error;
    });
  return result;
}

it('come out the same whether figures are looked up, their years are read whole, or several workers add them up', async () => {
  const results = [];
  for (const reach of REACHES) results.push(await computed(reach));
  const [first, ...others] = results;
  expect(first!.anew.length).toBeGreaterThan(200);
  expect(first!.again.length).toBeGreaterThan(first!.anew.length);
  for (const other of others) expect(other).toEqual(first);
});
