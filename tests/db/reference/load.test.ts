import { describe, expect, test } from 'vitest';
import { loadReference } from '#db/reference/load.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();

const one = async <Row>(query: Promise<unknown>): Promise<Row> => ((await query) as Row[])[0]!;

describe('units', () => {
  test('the whole list is there: 1 PMOC, 25 ministry-level, 296 departments, 77 provinces, beside former units and own roots', async () => {
    const rows = await database.owner<{ level: string; count: number }[]>`
      select level, count(*)::int as count from org_unit where code !~ '^(WAS|X)-' and code <> 'CENTRAL-FUND' group by 1`;
    expect(Object.fromEntries(rows.map(({ level, count }) => [level, count]))).toEqual({
      PMOC: 1,
      MOC: 25,
      DOC: 296,
      province: 77,
    });
  });

  test('the chain has 20 ministry-level units and the group directly under the Prime Minister', async () => {
    const rows = await database.owner<
      { code: string }[]
    >`select code from org_unit where in_chain and level = 'MOC' and valid_to is null`;
    expect(rows).toHaveLength(21);
    expect(rows.map(({ code }) => code)).not.toContain('28000');
  });

  test.each([
    ['28002', 'courts', false],
    ['27001', 'parliament', false],
    ['X-CA', 'a foreign root', false],
    ['CENTRAL-FUND', 'the central fund', false],
    ['WAS-MICT', 'a former ministry', false],
    ['25007', 'police, directly under the Prime Minister', true],
    ['TH-57', 'a province', true],
  ])('%s (%s): in the Prime Minister’s line is %s', async (code, _what, inChain) => {
    expect(await one(database.owner`select in_chain as "inChain" from org_unit where code = ${code}`)).toEqual({
      inChain,
    });
  });

  test('a department’s path runs from the root over its ministry to itself', async () => {
    const row = await one<{ path: string[]; depth: number; ministry: string; root: string }>(database.owner`
      select array(select a.code from unnest(u.path) with ordinality p(id, n) join org_unit a on a.id = p.id order by n) as path, u.depth,
             m.code as ministry, r.code as root
      from org_unit u join org_unit m on m.id = u.ministry_id join org_unit r on r.id = u.root_id where u.code = '03003'`);
    expect(row).toEqual({ path: ['PMOC', '03000', '03003'], depth: 2, ministry: '03000', root: 'PMOC' });
  });

  test('the digital ministry follows the ICT ministry in 2559, and the agency chain GITS → EGA → DGA is kept', async () => {
    const rows = await database.owner<{ code: string; before: string; from: string }[]>`
      select u.code, p.code as before, u.valid_from as from from org_unit u join org_unit p on p.id = u.predecessor_id order by 1`;
    expect(rows).toContainEqual({ code: '11000', before: 'WAS-MICT', from: '2016-09-16' });
    expect(rows).toContainEqual({ code: '01036', before: 'WAS-EGA', from: '2018-05-14' });
    expect(rows).toContainEqual({ code: 'WAS-EGA', before: 'WAS-GITS', from: '2011-02-22' });
  });

  test('a search key finds a unit by its name without the word for its kind, and by its abbreviation without dots', async () => {
    const found = await database.owner<
      { code: string }[]
    >`select code from org_unit where search_key like '%สพร%' or search_key like '%การคลัง%'`;
    expect(found.map(({ code }) => code)).toEqual(expect.arrayContaining(['01036', '03000', '03002']));
  });
});

describe('positions', () => {
  test.each([
    ['pm', 'นายกรัฐมนตรี', 'restricted'],
    ['opdc', 'สำนักงาน ก.พ.ร.', 'internal'],
    ['admin', 'ผู้ดูแลระบบ', 'public'],
    ['minister-03000', 'รัฐมนตรีว่าการกระทรวงการคลัง', 'restricted'],
    ['minister-01000', 'รัฐมนตรีประจำสำนักนายกรัฐมนตรี', 'restricted'],
    ['ps-03000', 'ปลัดกระทรวงการคลัง', 'restricted'],
    ['ps-01000', 'ปลัดสำนักนายกรัฐมนตรี', 'restricted'],
    ['dg-03003', 'อธิบดีกรมธนารักษ์', 'internal'],
    ['dg-03002', 'รองปลัดกระทรวงการคลัง', 'internal'],
    ['dg-01011', 'เลขาธิการคณะกรรมการข้าราชการพลเรือน', 'internal'],
    ['dg-01004', 'เลขาธิการนายกรัฐมนตรี', 'internal'],
    ['dg-01036', 'ผู้อำนวยการสำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)', 'internal'],
    ['dg-02004', 'ผู้บัญชาการทหารบก', 'internal'],
    ['dg-SE-EGAT', 'ผู้ว่าการการไฟฟ้าฝ่ายผลิตแห่งประเทศไทย', 'internal'],
    ['dg-TH-57', 'ผู้ว่าราชการจังหวัดเชียงราย', 'internal'],
    ['dg-TH-10', 'ผู้ว่าราชการกรุงเทพมหานคร', 'internal'],
    ['cio-09000', 'ผู้บริหารเทคโนโลยีสารสนเทศระดับสูงประจำกระทรวงทรัพยากรธรรมชาติและสิ่งแวดล้อม', 'internal'],
    ['officer-03003', 'เจ้าหน้าที่ข้อมูลกรมธนารักษ์', 'internal'],
  ])('%s is %s and reads what is %s', async (code, titleTh, clearance) => {
    expect(
      await one(database.owner`select title_th as "titleTh", clearance from position where code = ${code}`),
    ).toEqual({ titleTh, clearance });
  });

  test('only units in the line have offices', async () => {
    expect(
      await database.owner`select p.code from position p join org_unit u on u.id = p.unit_id where not u.in_chain`,
    ).toHaveLength(0);
  });
});

describe('calendar', () => {
  test('fiscal year 2570 runs from 1 October 2026 with rounds due 30 days after they end', async () => {
    expect(
      await one(database.owner`select starts_on as "from", ends_on as "to" from fiscal_year where fiscal_year = 2570`),
    ).toEqual({ from: '2026-10-01', to: '2027-09-30' });
    const rounds =
      await database.owner`select round, due_on as due from review_round where fiscal_year = 2570 order by round`;
    expect([...rounds]).toEqual([
      { round: 6, due: '2027-04-30' },
      { round: 9, due: '2027-07-30' },
      { round: 12, due: '2027-10-30' },
    ]);
  });

  test('every period of 2555–2580 has the id that the rules compute', async () => {
    const counts = await database.owner<
      { kind: string; count: number }[]
    >`select kind, count(*)::int as count from period group by 1`;
    expect(Object.fromEntries(counts.map(({ kind, count }) => [kind, count]))).toEqual({
      year: 26,
      quarter: 104,
      month: 312,
      round: 78,
      day: 9497,
    });
  });

  test('perspective weights of a year sum to 100', async () => {
    const row = await one(
      database.owner`select sum(value::numeric)::text as total from fiscal_year, jsonb_each_text(perspective_weights) where fiscal_year = 2570`,
    );
    expect(row).toEqual({ total: '100' });
  });
});

describe('lists', () => {
  test.each([
    ['perspective', 4],
    ['agreement_type', 5],
    ['back_office_system', 11],
    ['strategy', 3],
    ['layer', 5],
    ['step', 7],
    ['agency_role', 4],
    ['project_phase', 5],
    ['success_factor', 10],
    ['service_stage', 4],
    ['data_state', 7],
    ['classification', 4],
  ])('%s has %i items', async (list, count) => {
    expect(await database.owner`select 1 from list_item where list = ${list}`).toHaveLength(count);
  });

  test('stage weights sum to 100, and so do the items of every stage', async () => {
    expect(
      await one(
        database.owner`select sum((detail->>'weight')::numeric)::int as total from list_item where list = 'service_stage'`,
      ),
    ).toEqual({ total: 100 });
    const items =
      await database.owner`select sum((detail->>'percent')::numeric)::int as total from list_item where list = 'service_stage_item' group by detail->>'stage'`;
    expect(items.map(({ total }) => total)).toEqual([100, 100, 100, 100]);
  });

  test('interaction with citizens is met by any of four signals', async () => {
    expect(
      await one(
        database.owner`select jsonb_array_length(detail->'anyOf') as signals from list_item where list = 'service_stage_item' and code = '2.4'`,
      ),
    ).toEqual({ signals: 4 });
  });

  test('slices are all, 3 strategies, 11 systems, 5 layers, 4 perspectives and 77 provinces', async () => {
    const rows = await database.owner<
      { kind: string; count: number }[]
    >`select kind, count(*)::int as count from slice group by 1`;
    expect(Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))).toEqual({
      all: 1,
      strategy: 3,
      system: 11,
      layer: 5,
      perspective: 4,
      province: 77,
    });
  });
});

test('loading again, also as the loader, changes no row', async () => {
  const state = () => database.owner`
    select (select md5(string_agg(u::text, '|' order by id)) from org_unit u) as units, (select md5(string_agg(p::text, '|' order by id)) from position p) as positions,
      (select md5(string_agg(l::text, '|' order by list, code)) from list_item l) as lists, (select count(*) from period) as periods, (select count(*) from org_unit_alias) as aliases`;
  const before = await state();
  await loadReference(database.etl);
  await loadReference(database.owner);
  expect([...(await state())]).toEqual([...before]);
});

test('a name changed in the list is changed in the database, under the same id', async () => {
  await database.owner`update org_unit set name_en = 'Something else' where code = '03003'`;
  const before = await one(database.owner`select id from org_unit where code = '03003'`);
  await loadReference(database.owner);
  expect(await one(database.owner`select id, name_en as name from org_unit where code = '03003'`)).toEqual({
    ...(before as object),
    name: 'Treasury Department',
  });
});
