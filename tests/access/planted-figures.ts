import { actOnRun } from '#db/writes/decide-run.ts';
import { buildFeed, buildIndicator } from '#tests/build/publication.ts';
import type { TestDatabase } from '#tests/setup/database.ts';
import { fact } from './facts.ts';
import { november, sender, type Send } from './send-figures.ts';

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
    [
      ['SUM', fact.publicOne],
      ['PARTS', fact.partOne],
    ],
    1,
  );
  await send(
    'reading-03004',
    [
      ['SUM', fact.internalOne],
      ['PARTS', fact.partInternal],
    ],
    1,
  );
  await send('reading-03005', [['SUM', fact.restrictedOne]], 2);
  await send(
    'reading-03006',
    [
      ['SUM', fact.publicTwo],
      ['PARTS', fact.partTwo],
    ],
    2,
  );
  await send('reading-03007', [['SUM', fact.notAccepted]], 3);
  const runId = await send('reading-03008', [['SUM', fact.ministryOnly]], 3);
  await actOnRun(etl, { runId, act: 'accept', remark: null, personId: null, positionId: null, now: november(4) });
  await send('reading-03000', [['PARTS', fact.reportedTotal]], 5);
  await send(
    'reading-03003',
    [
      ['SLICED', fact.whole],
      ['SLICED', fact.provinceOne, 1010],
      ['SLICED', fact.provinceTwo, 1011],
    ],
    6,
  );
  await send('inner-03003', [['SLICED', fact.provinceInternal, 1012]], 7);
  await send('reading-03004', [['SUM', fact.internalOneRevised]], 8);
  const accepted = await send('reading-03007', [['WAITING', fact.waitingAccepted]], 9);
  for (const day of [10, 11])
    await actOnRun(etl, {
      runId: accepted,
      act: 'accept',
      remark: null,
      personId: null,
      positionId: null,
      now: november(day),
    });
  await send('reading-03006', [['WAITING', fact.waitingOther]], 12);
  await send('reading-03004', [['WAITING', fact.waitingInternal]], 12);
  await send('reading-03007', [['WAITING', fact.waitingRevision]], 13);
  await send('reading-03000', [['WAITING', fact.waitingTotal]], 14);
  await owner`
    insert into reporting_duty (unit_id, indicator_id, from_fiscal_year, state)
    select u.id, i.id, 2570, 'withheld' from org_unit u, indicator i where u.code = '03004' and i.code = 'OWED'`;
  await send(
    'reading-03003',
    [
      ['TWO', fact.twoShown],
      ['OWED', fact.owedShown],
      ['PAIR', fact.pairShown],
    ],
    15,
  );
  await send('reading-03006', [['TWO', null]], 15);
  await send('reading-03006', [['ALONE', null]], 15);
  await send('reading-03004', [['PAIR', fact.pairInternal]], 15);
  await send(
    'reading-03000',
    [
      ['TWO', fact.twoTotal],
      ['OWED', fact.owedTotal],
      ['PAIR', fact.pairTotal],
      ['ALONE', fact.aloneTotal],
    ],
    16,
  );
  // Nothing comes back by what is published afterwards.
  await send('reading-03003', [['SUM', fact.publicOne]], 17);
  await plantBreakdowns(send);
  await plantUpwards(send);
  await plantWithholdings(owner, send);
}

const [north, south, east] = [1010, 1011, 1012];

/** What is hidden, and comes in pieces as well. */
async function plantBreakdowns(send: Send): Promise<void> {
  await send('inner-03003', [['TORN', fact.tornWhole]], 18);
  await send(
    'reading-03003',
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
  await send('inner-03003', [['GRID', fact.gridFirstInternal, south]], 18);
  await send(
    'reading-03006',
    [
      ['SHIELD', fact.shieldTwo],
      ['UNDER', fact.underTwo],
      ['GRID', fact.gridOther],
      ['GRID', fact.gridOtherNorth, north],
      ['GRID', fact.gridOtherSouth, south],
    ],
    18,
  );
  await send('reading-03004', [['SHIELD', fact.shieldInternal]], 18);
  await send(
    'reading-03009',
    [
      ['SHIELD', fact.shieldThree],
      ['UNDER', fact.underThree],
    ],
    18,
  );
  await send(
    'reading-03000',
    [
      ['SHIELD', fact.shieldTotal],
      ['GRID', fact.gridWhole],
      ['GRID', fact.gridNorth, north],
      ['GRID', fact.gridSouth, south],
    ],
    19,
  );
  await send('inner-03000', [['UNDER', fact.underTotal]], 19);
}

/** Two levels up: what is hidden below, and the top's own totals. */
async function plantUpwards(send: Send): Promise<void> {
  await send(
    'reading-03003',
    [
      ['UPWARD', fact.upShown],
      ['LEAP', fact.leapOne],
    ],
    20,
  );
  await send(
    'reading-03006',
    [
      ['UPWARD', null],
      ['LEAP', fact.leapTwo],
    ],
    20,
  );
  await send('reading-03004', [['LEAP', fact.leapInternal]], 20);
  await send('reading-03000', [['UPWARD', fact.upTotal]], 20);
  await send(
    'reading-07000',
    [
      ['UPWARD', fact.upOther],
      ['LEAP', fact.leapOther],
    ],
    20,
  );
  await send(
    'reading-11000',
    [
      ['UPWARD', fact.upSecond],
      ['LEAP', fact.leapSecond],
    ],
    20,
  );
  await send('reading-12000', [['UPWARD', fact.upThird]], 20);
  await send(
    'reading-PMOC',
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
    [
      ['LATER', fact.laterKept],
      ['WITHDRAWN', fact.withdrawnOne],
      ['DUTY', fact.dutyOther],
    ],
    22,
  );
  await send(
    'reading-03006',
    [
      ['LATER', fact.laterOther],
      ['WITHDRAWN', fact.withdrawnKept],
      ['DUTY', fact.dutyKept],
      ['RECLASSED', fact.reclassedEarlier],
    ],
    22,
  );
  await send('reading-03009', [['WITHDRAWN', fact.withdrawnTwo]], 22);
  await send('reading-03002', [['WITHDRAWN', fact.withdrawnThree]], 22);
  await send('reading-03000', [['WITHDRAWN', fact.withdrawnTotal]], 22);
  await send('reading-03003', [['LATER', null]], 23);
  await send('reading-03006', [['WITHDRAWN', null]], 23);
  await send('inner-03006', [['RECLASSED', fact.reclassedSince]], 23);
  await owner`
    insert into reporting_duty (unit_id, indicator_id, from_fiscal_year, state)
    select u.id, i.id, 2570, 'withheld' from org_unit u, indicator i where u.code = '03006' and i.code = 'DUTY'`;
  await send('reading-03003', [['SUM', fact.publicOne + '0']], 24);
  await send('reading-03003', [['SUM', fact.publicOne]], 25);
}
