import { beforeAll, describe, expect, test } from 'vitest';
import { getKpisByStanding, getKpisOfTypeByStanding } from '#db/reads/kpi-results.ts';
import { buildPromisedMinistry } from '#tests/build/promised-ministry.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();
const args = { round: 12, asOf: null, language: 'th', limit: 3 } as const;

beforeAll(() => buildPromisedMinistry(database));

const standing = async (type: string) => {
  const [agreement] = await database.owner<{ id: number }[]>`
    select agreement_id as id from agreement where type = ${type} and superseded_in is null`;
  return getKpisByStanding(database.owner, { ...args, agreementId: agreement!.id });
};

describe('KPIs by their standing', () => {
  test('say how far from plan they are as shown, and how many of how many are below, beyond the limit', async () => {
    expect((await standing('PM_MIN')).map((row) => [row.indicatorCode, row.fromPlan, row.below, row.total])).toEqual([
      ['PERMITS', '-3.00', 1, 2],
      ['ANSWERS', '1.00', 1, 2],
    ]);
  });

  test('come in one order in two agreements that weigh them differently', async () => {
    await database.owner`
      update kpi_score s
         set planned_score = 4, score = case i.code when 'PERMITS' then 3.4 else 3.6 end,
             points_lost = case when (i.code = 'PERMITS') = (a.type = 'PM_MIN') then 0.6 else 0.2 end
        from indicator i, agreement a where i.id = s.indicator_id and a.agreement_id = s.agreement_id`;
    const codes = ['PERMITS', 'ANSWERS'];
    expect((await standing('PM_MIN')).map((row) => row.indicatorCode)).toEqual(codes);
    expect((await standing('MIN_PS')).map((row) => row.indicatorCode)).toEqual(codes);
    const all = await getKpisOfTypeByStanding(database.owner, { ...args, type: 'MIN_PS', fiscalYear: 2569 });
    expect(all.map((row) => row.indicatorCode)).toEqual(codes);
  });

  test('are compared with the line of 3.00 where no plan was made, and come last without a score', async () => {
    await database.owner`
      update kpi_score s set planned_score = null, score = case i.code when 'PERMITS' then null else 2.5 end
        from indicator i where i.id = s.indicator_id`;
    expect((await standing('PM_MIN')).map((row) => [row.indicatorCode, row.fromPlan])).toEqual([
      ['ANSWERS', '-0.50'],
      ['PERMITS', null],
    ]);
  });

  test('are not said to be short where the rules give no verdict', async () => {
    await database.owner`
      update kpi_score s set planned_score = 4, score = 2, status = case i.code when 'PERMITS' then 'no_data' else s.status end
        from indicator i where i.id = s.indicator_id`;
    const rows = await standing('PM_MIN');
    expect(rows.map((row) => [row.indicatorCode, row.fromPlan, row.below, row.compared, row.total])).toEqual([
      ['ANSWERS', '-2.00', 1, 1, 2],
      ['PERMITS', null, 1, 1, 2],
    ]);
  });
});
