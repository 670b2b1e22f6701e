import { beforeAll, expect, test } from 'vitest';
import { actOnRun } from '#db/writes/decide-run.ts';
import { publishRun } from '#db/writes/publish-run.ts';
import { periodId } from '#domain/time/period.ts';
import { buildFeed, buildIndicator, buildRun } from '#tests/build/publication.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { addHolder, startTestSession, testNow } from '#tests/setup/visitor.ts';

const database = useDatabase();
const period = '2569-10';
const november = (day: number) => new Date(`2026-11-${String(day).padStart(2, '0')}T09:00:00+07:00`);

/** Values are far apart and odd, so that no sum or difference of some is another by chance. */
const fact = {
  publicOne: '1009',
  internalOne: '20011',
  internalOneRevised: '20563',
  restrictedOne: '300007',
  publicTwo: '4003',
  notAccepted: '50021',
  ministryOnly: '600011',
  // The ministry reports its total itself; one of three departments is internal.
  reportedTotal: '9000000',
  partOne: '2000003',
  partTwo: '3000017',
  partInternal: '3999980',
  // One department by province; one province came by an internal feed.
  whole: '70000001',
  provinceOne: '20000003',
  provinceTwo: '19000009',
  provinceInternal: '30999989',
  // A department's accepted figure is hidden beside a reported total while its next revision waits for acceptance.
  waitingTotal: '600000000',
  waitingAccepted: '100000007',
  waitingRevision: '100000931',
  waitingOther: '200000033',
  waitingInternal: '299999960',
  // Two departments, and the ministry reports their total: one withholds its figure, by a record or by its duty, or is internal.
  // What is withheld is stored nowhere; only subtraction could tell it.
  twoTotal: '5000000000',
  twoShown: '1234567891',
  twoWithheld: '3765432109',
  owedTotal: '6000000000',
  owedShown: '1345678903',
  owedWithheld: '4654321097',
  pairTotal: '8000000000',
  pairShown: '2345678917',
  pairInternal: '5654321083',
  // The only department of a total withholds: for outsiders total and figure are one; the ministry itself chose to report it upwards.
  aloneTotal: '9100000019',
} as const;
type Fact = keyof typeof fact;

const atTheTop: Fact[] = [
  'publicOne',
  'publicTwo',
  'reportedTotal',
  'partOne',
  'partTwo',
  'whole',
  'provinceOne',
  'provinceTwo',
  'waitingTotal',
  'waitingAccepted',
  'waitingOther',
];
const internal: Fact[] = ['internalOne', 'internalOneRevised', 'partInternal', 'provinceInternal', 'waitingInternal'];
/** Inside the ministry and above: totals whose parts are hidden, and both parts of the pair. */
const inside: Fact[] = ['twoTotal', 'owedTotal', 'pairTotal', 'pairShown', 'pairInternal', 'aloneTotal'];

/** What each reader may know, written by hand; everything else must stay unknown, also by subtraction. */
const mayKnow: Record<string, Fact[]> = {
  admin: atTheTop,
  'minister-07000': atTheTop,
  'dg-07003': atTheTop,
  'dg-03005': atTheTop,
  'dg-03003': [...atTheTop, 'provinceInternal', 'twoShown', 'owedShown', 'pairShown'],
  'dg-03006': atTheTop,
  'dg-03004': [...atTheTop, 'internalOne', 'internalOneRevised', 'partInternal', 'waitingInternal', 'pairInternal'],
  'dg-03007': [...atTheTop, 'notAccepted', 'waitingRevision'],
  'dg-03008': [...atTheTop, 'ministryOnly'],
  'cio-03000': [...atTheTop, ...internal, ...inside, 'ministryOnly'],
  'minister-03000': [...atTheTop, ...internal, ...inside, 'ministryOnly', 'restrictedOne'],
  opdc: [...atTheTop, ...internal, ...inside],
  pm: [...atTheTop, ...internal, ...inside, 'restrictedOne'],
};
const tokens: Record<string, string> = {};

beforeAll(async () => {
  const { owner, etl } = database;
  const reported = ['PARTS', 'WAITING', 'TWO', 'OWED', 'PAIR', 'ALONE'];
  for (const indicator of ['SUM', 'SLICED', ...reported])
    await buildIndicator(owner, indicator, {
      ...{ org_rollup: 'sum', time_rollup: 'sum', unit_of_measure: 'count', ratio_scale: '1' },
      of_record: reported.includes(indicator) ? 'reported' : 'computed',
    });
  const feeds: Record<string, { classification?: string; acceptsItself?: number }> = {
    '03000': {},
    '03003': {},
    '03004': { classification: 'internal' },
    '03005': { classification: 'restricted' },
    '03006': {},
    '03007': { acceptsItself: 0 },
    '03008': { acceptsItself: 0, classification: 'internal' },
  };
  for (const [unit, given] of Object.entries(feeds)) await buildFeed(owner, 'reading', unit, given);
  await owner`
    insert into feed (code, unit_id, ministry_id, level, dataset, mapping, name_th, name_en, frequency, accepts_itself, classification)
    select 'inner-03003', unit_id, ministry_id, level, dataset, mapping, name_th, name_en, frequency, 6, 'internal' from feed where code = 'reading-03003'`;

  await send(
    'reading-03003',
    '03003',
    [
      ['SUM', fact.publicOne],
      ['PARTS', fact.partOne],
    ],
    1,
  );
  await send(
    'reading-03004',
    '03004',
    [
      ['SUM', fact.internalOne],
      ['PARTS', fact.partInternal],
    ],
    1,
  );
  await send('reading-03005', '03005', [['SUM', fact.restrictedOne]], 2);
  await send(
    'reading-03006',
    '03006',
    [
      ['SUM', fact.publicTwo],
      ['PARTS', fact.partTwo],
    ],
    2,
  );
  await send('reading-03007', '03007', [['SUM', fact.notAccepted]], 3);
  const runId = await send('reading-03008', '03008', [['SUM', fact.ministryOnly]], 3);
  await actOnRun(etl, { runId, act: 'accept', remark: null, personId: null, positionId: null, now: november(4) });
  await send('reading-03000', '03000', [['PARTS', fact.reportedTotal]], 5);
  await send(
    'reading-03003',
    '03003',
    [
      ['SLICED', fact.whole],
      ['SLICED', fact.provinceOne, 1010],
      ['SLICED', fact.provinceTwo, 1011],
    ],
    6,
  );
  await send('inner-03003', '03003', [['SLICED', fact.provinceInternal, 1012]], 7);
  await send('reading-03004', '03004', [['SUM', fact.internalOneRevised]], 8);
  const accepted = await send('reading-03007', '03007', [['WAITING', fact.waitingAccepted]], 9);
  for (const day of [10, 11])
    await actOnRun(etl, {
      runId: accepted,
      act: 'accept',
      remark: null,
      personId: null,
      positionId: null,
      now: november(day),
    });
  await send('reading-03006', '03006', [['WAITING', fact.waitingOther]], 12);
  await send('reading-03004', '03004', [['WAITING', fact.waitingInternal]], 12);
  await send('reading-03007', '03007', [['WAITING', fact.waitingRevision]], 13);
  await send('reading-03000', '03000', [['WAITING', fact.waitingTotal]], 14);
  await owner`
    insert into reporting_duty (unit_id, indicator_id, from_fiscal_year, state)
    select u.id, i.id, 2570, 'withheld' from org_unit u, indicator i where u.code = '03004' and i.code = 'OWED'`;
  await send(
    'reading-03003',
    '03003',
    [
      ['TWO', fact.twoShown],
      ['OWED', fact.owedShown],
      ['PAIR', fact.pairShown],
    ],
    15,
  );
  await send('reading-03006', '03006', [['TWO', null]], 15);
  await send('reading-03006', '03006', [['ALONE', null]], 15);
  await send('reading-03004', '03004', [['PAIR', fact.pairInternal]], 15);
  await send(
    'reading-03000',
    '03000',
    [
      ['TWO', fact.twoTotal],
      ['OWED', fact.owedTotal],
      ['PAIR', fact.pairTotal],
      ['ALONE', fact.aloneTotal],
    ],
    16,
  );
  // Nothing comes back by what is published afterwards.
  await send('reading-03003', '03003', [['SUM', fact.publicOne]], 17);
  for (const login of Object.keys(mayKnow))
    tokens[login] = await startTestSession(database, await addHolder(database, login, login));
});

async function send(
  feed: string,
  unit: string,
  readings: [indicator: string, value: string | null, slice?: number][],
  day: number,
): Promise<number> {
  const { etl } = database;
  const runId = await buildRun(etl, feed, november(day));
  const rows = readings.map(([indicator, value, slice = 0], index) => ({
    ...{
      run_id: runId,
      record_no: index + 1,
      file_no: 1,
      sheet: null,
      row_no: index + 2,
      as_sent: null,
      unit_code: unit,
      indicator_code: indicator,
    },
    ...{
      fiscal_year: '2570',
      period_id: String(periodId(period)),
      slice_id: String(slice),
      state: value === null ? 'withheld' : 'reported',
      value,
      numerator: null,
      denominator: null,
      note: null,
    },
  }));
  await etl`insert into staging.reading ${etl(rows)}`;
  await etl`update etl_run set read = ${rows.length} where id = ${runId}`;
  await publishRun(etl, { runId, now: november(day) });
  return runId;
}

interface Seen {
  indicator: string;
  unit: string;
  parent: string | null;
  periodId: number;
  slice: number;
  value: string;
  from: number;
  to: number | null;
}

/** Every figure that a reader can get at, current and as of any earlier publication. */
function getSeen(login: string): Promise<Seen[]> {
  return database.web.begin('isolation level repeatable read read only', async (tx) => {
    await tx`select access.enter(${tokens[login]!}, ${testNow})`;
    const select = (table: string) =>
      tx`select i.code as indicator, u.code as unit, p.code as parent, f.period_id as "periodId", f.slice_id as slice, f.value::text as value, f.published_in as "from", f.superseded_in as "to"
        from ${tx(table)} f join indicator i on i.id = f.indicator_id join org_unit u on u.id = f.unit_id left join org_unit p on p.id = u.parent_id where f.value is not null`;
    return [...(await select('reading')), ...(await select('unit_rollup'))] as unknown as Seen[];
  }) as Promise<Seen[]>;
}

/** All that can be worked out: values, a whole less any of its parts, one version less another, at one moment and across moments. */
function workOut(seen: Seen[]): Set<string> {
  const known = new Set(seen.map(({ value }) => plain(BigInt(Math.round(Number(value))))));
  for (const whole of seen) {
    const parts = seen.filter(
      (part) =>
        part !== whole &&
        part.indicator === whole.indicator &&
        (part.parent === whole.unit ||
          (part.unit === whole.unit && (part.slice !== whole.slice || part.from !== whole.from))),
    );
    const values = [...new Set(parts.map(({ value }) => value))].slice(0, 12);
    for (let subset = 1; subset < 1 << values.length; subset += 1) {
      const sum = values.reduce(
        (total, value, index) => (subset & (1 << index) ? total + BigInt(Math.round(Number(value))) : total),
        0n,
      );
      known.add(plain(BigInt(Math.round(Number(whole.value))) - sum));
    }
  }
  for (const one of seen)
    for (const other of seen)
      known.add(plain(BigInt(Math.round(Number(one.value))) - BigInt(Math.round(Number(other.value)))));
  return known;
}

const plain = (value: bigint): string => String(value < 0n ? -value : value);

test.each(Object.entries(mayKnow))(
  '%s learns nothing more than meant, by subtraction of children, slices or moments',
  async (login, facts) => {
    const known = workOut(await getSeen(login));
    const hidden = (Object.keys(fact) as Fact[]).filter((name) => !facts.includes(name));
    expect(hidden.filter((name) => known.has(fact[name]))).toEqual([]);
  },
);

test.each([
  ['dg-07003', ['publicOne', 'publicTwo', 'reportedTotal', 'whole']],
  ['cio-03000', ['publicOne', 'internalOneRevised', 'ministryOnly', 'partInternal', 'provinceInternal']],
  ['pm', ['restrictedOne', 'internalOneRevised', 'partInternal', 'twoTotal', 'owedTotal', 'pairShown', 'pairInternal']],
  ['dg-03003', ['twoShown', 'owedShown', 'pairShown']],
] as [string, Fact[]][])(
  '%s does see what is meant for that office, so that hiding all would not pass',
  async (login, facts) => {
    const known = new Set((await getSeen(login)).map(({ value }) => String(Number(value))));
    expect(facts.filter((name) => !known.has(fact[name]))).toEqual([]);
  },
);

test('a total without complementary suppression would be found out', () => {
  const seen = (unit: string, value: string, parent: string | null): Seen => ({
    indicator: 'PARTS',
    unit,
    parent,
    periodId: 1,
    slice: 0,
    value,
    from: 1,
    to: null,
  });
  const known = workOut([
    seen('03000', fact.reportedTotal, null),
    seen('03003', fact.partOne, '03000'),
    seen('03006', fact.partTwo, '03000'),
  ]);
  expect(known).toContain(fact.partInternal);
});
