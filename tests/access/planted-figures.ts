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
  // A department's figure is internal, or withheld by its record, and it sends it by province for everybody.
  tornWhole: '11000000647',
  tornNorth: '2000000143',
  tornSouth: '4000000203',
  tornEast: '5000000301',
  keptWhole: '13000000723',
  keptNorth: '6000000311',
  keptSouth: '7000000412',
  // What is hidden beside an internal figure came by province as well.
  shieldTotal: '150000003421',
  shieldInternal: '30000000511',
  shieldOne: '21000000823',
  shieldOneNorth: '10000000407',
  shieldOneSouth: '11000000416',
  shieldTwo: '44000000979',
  shieldThree: '55000001108',
  // A ministry's total is hidden from outsiders, and the top reports what it and others add up to.
  upShown: '160000000229',
  upWithheld: '170000000347',
  upTotal: '330000000576',
  upOther: '410000000659',
  upSecond: '520000000771',
  upThird: '630000000883',
  upRoot: '1890000002889',
  // The ministry reports no total of its own; the top does, over the heads of the departments.
  leapOne: '210000001153',
  leapTwo: '240000001237',
  leapInternal: '270000001361',
  leapOther: '710000001481',
  leapSecond: '820000001567',
  leapRoot: '2250000006799',
  // A ministry's total is internal, and each of its departments is there for everybody.
  underOne: '1100000000173',
  underTwo: '1200000000281',
  underThree: '1300000000399',
  underTotal: '3600000000853',
  // Told to everybody, and withheld afterwards: by a record, beside a total, by a duty; or sent again as internal.
  laterKept: '4100000000511',
  laterOther: '4200000000643',
  withdrawnOne: '5100000000757',
  withdrawnTwo: '5200000000869',
  withdrawnThree: '5300000000981',
  withdrawnKept: '5400000001103',
  withdrawnTotal: '21000000003710',
  dutyKept: '6100000001217',
  dutyOther: '6200000001329',
  reclassedEarlier: '7100000001433',
  reclassedSince: '7200000001549',
  // A ministry and its departments report by province; one province of one department is internal.
  gridWhole: '810000000000399',
  gridFirst: '330000000000131',
  gridFirstNorth: '150000000000053',
  gridFirstInternal: '180000000000078',
  gridOther: '480000000000268',
  gridOtherNorth: '220000000000107',
  gridOtherSouth: '260000000000161',
  gridNorth: '370000000000160',
  gridSouth: '440000000000239',
} as const;
export type Fact = keyof typeof fact;

/** What no table holds: each office knows its own, and nobody else does. */
export const storedNowhere: { indicator: string; unit: string; value: Fact }[] = [
  { indicator: 'TWO', unit: '03006', value: 'twoWithheld' },
  { indicator: 'OWED', unit: '03004', value: 'owedWithheld' },
  { indicator: 'KEPT', unit: '03003', value: 'keptWhole' },
  { indicator: 'UPWARD', unit: '03006', value: 'upWithheld' },
];

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
  ...startingWith('torn', 'tornWhole'),
  ...startingWith('kept', 'keptWhole'),
  ...startingWith('shield', 'shieldInternal'),
  ...startingWith('up', 'upShown', 'upWithheld', 'upTotal'),
  ...startingWith('leap', 'leapInternal'),
  ...startingWith('under', 'underTotal'),
  ...startingWith('withdrawn', 'withdrawnKept'),
  ...startingWith('grid', 'gridFirstInternal'),
  'laterOther',
  'dutyOther',
];
const internal: Fact[] = [
  ...['internalOne', 'internalOneRevised', 'partInternal', 'provinceInternal', 'waitingInternal'],
  ...['tornWhole', 'shieldInternal', 'leapInternal', 'underTotal', 'gridFirstInternal'],
  ...['reclassedEarlier', 'reclassedSince'],
] as Fact[];
/** Inside the ministry and above: totals whose parts are hidden, and both parts of the pair. */
const inside: Fact[] = ['twoTotal', 'owedTotal', 'pairTotal', 'pairShown', 'pairInternal', 'aloneTotal', 'upTotal'];

function startingWith(name: string, ...without: Fact[]): Fact[] {
  return (Object.keys(fact) as Fact[]).filter((one) => one.startsWith(name) && !without.includes(one));
}

/** What each reader may know, written by hand; everything else must stay unknown, also by subtraction. */
export const mayKnow: Record<string, Fact[]> = {
  admin: atTheTop,
  'minister-07000': atTheTop,
  'dg-07003': atTheTop,
  'dg-03005': atTheTop,
  'dg-03003': [
    ...atTheTop,
    ...(['provinceInternal', 'twoShown', 'owedShown', 'pairShown', 'tornWhole', 'keptWhole', 'upShown'] as const),
    ...(['laterKept', 'gridFirstInternal'] as const),
  ],
  'dg-03006': [
    ...atTheTop,
    ...(['twoWithheld', 'upWithheld', 'withdrawnKept', 'dutyKept', 'reclassedEarlier', 'reclassedSince'] as const),
  ],
  'dg-03004': [
    ...atTheTop,
    ...([
      'internalOne',
      'internalOneRevised',
      'partInternal',
      'waitingInternal',
      'pairInternal',
      'owedWithheld',
    ] as const),
    ...(['shieldInternal', 'leapInternal'] as const),
  ],
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
  const reported = [
    ...['PARTS', 'WAITING', 'TWO', 'OWED', 'PAIR', 'ALONE'],
    ...['SHIELD', 'UPWARD', 'LEAP', 'UNDER', 'WITHDRAWN', 'GRID'],
  ];
  for (const indicator of ['SUM', 'SLICED', 'TORN', 'KEPT', 'LATER', 'DUTY', 'RECLASSED', ...reported])
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
    ...{ '03002': {}, '03009': {}, '07000': {}, '11000': {}, '12000': {}, PMOC: {} },
  };
  for (const [unit, given] of Object.entries(feeds)) await buildFeed(owner, 'reading', unit, given);
  await owner`
    insert into feed (code, unit_id, ministry_id, level, dataset, mapping, name_th, name_en, frequency, accepts_itself, classification)
    select replace(code, 'reading', 'inner'), unit_id, ministry_id, level, dataset, mapping, name_th, name_en, frequency, 6, 'internal' from feed
     where code in ('reading-03003', 'reading-03000', 'reading-03006')`;

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
  await plantBreakdowns(send);
  await plantUpwards(send);
  await plantWithholdings(owner, send);
}

const [north, south, east] = [1010, 1011, 1012];

/** What is hidden, and comes in pieces as well. */
async function plantBreakdowns(send: Send): Promise<void> {
  await send('inner-03003', '03003', [['TORN', fact.tornWhole]], 18);
  await send(
    'reading-03003',
    '03003',
    [
      ['TORN', fact.tornNorth, north],
      ['TORN', fact.tornSouth, south],
      ['TORN', fact.tornEast, east],
      ['KEPT', null],
      ['KEPT', fact.keptNorth, north],
      ['KEPT', fact.keptSouth, south],
      ['SHIELD', fact.shieldOne],
      ['SHIELD', fact.shieldOneNorth, north],
      ['SHIELD', fact.shieldOneSouth, south],
      ['UNDER', fact.underOne],
      ['GRID', fact.gridFirst],
      ['GRID', fact.gridFirstNorth, north],
    ],
    18,
  );
  await send('inner-03003', '03003', [['GRID', fact.gridFirstInternal, south]], 18);
  await send(
    'reading-03006',
    '03006',
    [
      ['SHIELD', fact.shieldTwo],
      ['UNDER', fact.underTwo],
      ['GRID', fact.gridOther],
      ['GRID', fact.gridOtherNorth, north],
      ['GRID', fact.gridOtherSouth, south],
    ],
    18,
  );
  await send('reading-03004', '03004', [['SHIELD', fact.shieldInternal]], 18);
  await send(
    'reading-03009',
    '03009',
    [
      ['SHIELD', fact.shieldThree],
      ['UNDER', fact.underThree],
    ],
    18,
  );
  await send(
    'reading-03000',
    '03000',
    [
      ['SHIELD', fact.shieldTotal],
      ['GRID', fact.gridWhole],
      ['GRID', fact.gridNorth, north],
      ['GRID', fact.gridSouth, south],
    ],
    19,
  );
  await send('inner-03000', '03000', [['UNDER', fact.underTotal]], 19);
}

/** Two levels up: what is hidden below, and the top's own totals. */
async function plantUpwards(send: Send): Promise<void> {
  await send(
    'reading-03003',
    '03003',
    [
      ['UPWARD', fact.upShown],
      ['LEAP', fact.leapOne],
    ],
    20,
  );
  await send(
    'reading-03006',
    '03006',
    [
      ['UPWARD', null],
      ['LEAP', fact.leapTwo],
    ],
    20,
  );
  await send('reading-03004', '03004', [['LEAP', fact.leapInternal]], 20);
  await send('reading-03000', '03000', [['UPWARD', fact.upTotal]], 20);
  await send(
    'reading-07000',
    '07000',
    [
      ['UPWARD', fact.upOther],
      ['LEAP', fact.leapOther],
    ],
    20,
  );
  await send(
    'reading-11000',
    '11000',
    [
      ['UPWARD', fact.upSecond],
      ['LEAP', fact.leapSecond],
    ],
    20,
  );
  await send('reading-12000', '12000', [['UPWARD', fact.upThird]], 20);
  await send(
    'reading-PMOC',
    'PMOC',
    [
      ['UPWARD', fact.upRoot],
      ['LEAP', fact.leapRoot],
    ],
    21,
  );
}

/** Published for everybody first; what is declared afterwards holds for what was published before. */
async function plantWithholdings(owner: TestDatabase['owner'], send: Send): Promise<void> {
  await send(
    'reading-03003',
    '03003',
    [
      ['LATER', fact.laterKept],
      ['WITHDRAWN', fact.withdrawnOne],
      ['DUTY', fact.dutyOther],
    ],
    22,
  );
  await send(
    'reading-03006',
    '03006',
    [
      ['LATER', fact.laterOther],
      ['WITHDRAWN', fact.withdrawnKept],
      ['DUTY', fact.dutyKept],
      ['RECLASSED', fact.reclassedEarlier],
    ],
    22,
  );
  await send('reading-03009', '03009', [['WITHDRAWN', fact.withdrawnTwo]], 22);
  await send('reading-03002', '03002', [['WITHDRAWN', fact.withdrawnThree]], 22);
  await send('reading-03000', '03000', [['WITHDRAWN', fact.withdrawnTotal]], 22);
  await send('reading-03003', '03003', [['LATER', null]], 23);
  await send('reading-03006', '03006', [['WITHDRAWN', null]], 23);
  await send('inner-03006', '03006', [['RECLASSED', fact.reclassedSince]], 23);
  await owner`
    insert into reporting_duty (unit_id, indicator_id, from_fiscal_year, state)
    select u.id, i.id, 2570, 'withheld' from org_unit u, indicator i where u.code = '03006' and i.code = 'DUTY'`;
  await send('reading-03003', '03003', [['SUM', fact.publicOne + '0']], 24);
  await send('reading-03003', '03003', [['SUM', fact.publicOne]], 25);
}

type Send = ReturnType<typeof sender>;

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
  const total = readings.reduce((sum, [, value]) => sum + Number(value ?? 0), 0);
  await etl`
    insert into run_total (run_id, column_name, read_records, read_total, accepted_records, accepted_total)
    values (${runId}, 'value', ${rows.length}, ${total}, ${rows.length}, ${total})`;
  await etl`update etl_run set read = ${rows.length} where id = ${runId}`;
  await publishRun(etl, { runId, now: november(day) });
  return runId;
};
