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
