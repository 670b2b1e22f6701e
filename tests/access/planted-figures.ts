import { actOnRun } from '#db/writes/decide-run.ts';
import { publishRun } from '#db/writes/publish-run.ts';
import { periodId } from '#domain/time/period.ts';
import { buildFeed, buildIndicator, buildRun } from '#tests/build/publication.ts';
import type { TestDatabase } from '#tests/setup/database.ts';

const period = '2569-10';
const november = (day: number) => new Date(`2026-11-${String(day).padStart(2, '0')}T09:00:00+07:00`);

/** Values are far apart and odd, so that no sum or difference of some is another by chance. */
export const fact = {
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
export type Fact = keyof typeof fact;

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
export const mayKnow: Record<string, Fact[]> = {
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
/** Offices report by open, internal and restricted feeds, with slices, returns, what is withheld, and totals of their own. */
export async function plantFigures({ owner, etl }: TestDatabase): Promise<void> {
  const send = sender(etl);
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
}

type Readings = [indicator: string, value: string | null, slice?: number][];

/** Publishes readings of a unit on a day of November; answers with the run. */
const sender = (etl: TestDatabase['etl']) => async (feed: string, unit: string, readings: Readings, day: number) => {
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
};
