import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Sql } from '#db/connect.ts';
import { fixedClock } from '#db/clock.ts';
import { verify } from '#db/writes/verify.ts';
import { loadFiles } from '#etl/pipeline.ts';
import { READING_HEAD, useEtl } from './suite.ts';

/** How many rounds of loads; the long run asks for more. */
const ROUNDS = Number(process.env.FAULT_RUNS ?? 2);
const SIBLINGS = 20;

const { database, folder } = useEtl();
let sql: Sql;
beforeAll(() => {
  sql = connect(database.urls.etl, { max: SIBLINGS });
});
afterAll(() => sql.end({ timeout: 5 }));

describe('sibling departments', () => {
  it('may load all at once, many times over, and every total is that of their newest figures', async () => {
    const units = await sql<{ code: string }[]>`
      with families as (select parent_id from org_unit where level = 'DOC' and in_chain group by parent_id having count(*) >= 10 order by count(*) desc limit 1)
      select u.code from org_unit u join families f using (parent_id) where u.level = 'DOC' order by u.code limit ${SIBLINGS}`;
    await sql`
      insert into feed (code, unit_id, ministry_id, level, dataset, mapping, name_th, name_en, frequency, accepts_itself)
      select 'reading-' || code, id, ministry_id, 'DOC', 'reading', 'contract-reading', 'ก', 'a', 'month', 6 from org_unit where code = any(${units.map(({ code }) => code)})`;
    for (let round = 1; round <= ROUNDS; round++) {
      const runs = await Promise.all(
        units.map(({ code }, i) => {
          const path = folder.write(
            `${code}-${round}.csv`,
            `${READING_HEAD}FN-01,${code},2569-10,${round * 100 + i},,,,\nSV-01,${code},2569-10,,${1 + (round % 9)},${i + 10},,\n`,
          );
          return loadFiles({
            sql,
            clock: fixedClock('2026-11-20T02:00:00Z'),
            source: 'command',
            mapping: 'reading',
            feedCode: `reading-${code}`,
            files: [{ path, name: `${code}.csv` }],
          });
        }),
      );
      expect(runs.map(({ status }) => status)).toEqual(units.map(() => 'loaded'));
      const [total] = await sql`
        select sum(r.value)::int as readings,
               (select f.value::int from unit_rollup f where f.unit_id = p.id and f.indicator_id = i.id and f.period_id = r.period_id and f.basis = 'across' and f.superseded_in is null and f.audiences & 64 <> 0) as rollup
          from reading r join org_unit u on u.id = r.unit_id join org_unit p on p.id = u.parent_id join indicator i on i.id = r.indicator_id
         where i.code = 'FN-01' and r.superseded_in is null group by p.id, i.id, r.period_id`;
      const expected = units.reduce((sum, _, i) => sum + round * 100 + i, 0);
      expect(total).toEqual({ readings: expected, rollup: expected });
    }
    expect(await verify(sql)).toEqual([]);
  }, 3_600_000);
});
