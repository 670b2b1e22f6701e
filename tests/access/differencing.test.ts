import { beforeAll, expect, test } from 'vitest';
import { verify } from '#db/writes/verify.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { addHolder, startTestSession } from '#tests/setup/visitor.ts';
import { fact, mayKnow, storedNowhere, type Fact } from './facts.ts';
import { plantFigures } from './planted-figures.ts';
import { getSeen, getTruth, readTotals, solve, workOut, type Seen } from './subtraction.ts';

const database = useDatabase();
const tokens: Record<string, string> = {};

beforeAll(async () => {
  await plantFigures(database);
  for (const login of Object.keys(mayKnow))
    tokens[login] = await startTestSession(database, await addHolder(database, login, login));
});

/** What an office knows because it is its own, though no table holds it. */
const ownOf = (login: string) =>
  storedNowhere.filter(({ unit }) => login.endsWith(`-${unit}`)).map(({ value }) => fact[value]);

/** The levels at which a run stands while somebody has to decide on it: with its department alone, or with its ministry. */
const decidesAt: Record<string, number> = { 'cio-03000': 1, 'minister-03000': 1, opdc: 3, pm: 3 };
const NOWHERE = -1;

test.each(Object.entries(mayKnow))(
  '%s learns nothing more than meant, by subtraction of children, slices or moments',
  async (login, facts) => {
    const seen = await getSeen(database, tokens[login]!);
    const truth = await getTruth(
      database,
      storedNowhere.map((one) => ({ ...one, value: fact[one.value] })),
    );
    const known = new Set([...workOut(seen), ...solve(seen, truth, ownOf(login))]);
    for (const value of await readTotals(database, tokens[login]!, { known, decidesAt: decidesAt[login] ?? NOWHERE }))
      known.add(value);
    const hidden = (Object.keys(fact) as Fact[]).filter((name) => !facts.includes(name));
    expect(hidden.filter((name) => known.has(fact[name]))).toEqual([]);
  },
);

test.each([
  ['dg-07003', ['publicOne', 'publicTwo', 'reportedTotal', 'whole', 'laterOther', 'dutyOther']],
  // Beside what is hidden there is a total, and what is not the smallest of its parts.
  [
    'dg-07003',
    ['shieldTotal', 'shieldThree', 'upRoot', 'upThird', 'leapRoot', 'leapSecond', 'underThree', 'gridOther'],
  ],
  ['minister-07000', ['upOther', 'leapOther']],
  ['cio-03000', ['publicOne', 'internalOneRevised', 'ministryOnly', 'partInternal', 'provinceInternal']],
  ['pm', ['restrictedOne', 'internalOneRevised', 'partInternal', 'twoTotal', 'owedTotal', 'pairShown', 'pairInternal']],
  ['dg-03003', ['twoShown', 'owedShown', 'pairShown', 'tornNorth', 'shieldOneNorth', 'upShown', 'gridFirstInternal']],
  // Who may see it reads its history still.
  ['dg-03003', ['laterKept']],
  ['dg-03006', ['withdrawnKept', 'dutyKept', 'reclassedSince', 'reclassedEarlier']],
  [
    'cio-03000',
    ['reclassedSince', 'reclassedEarlier', 'tornWhole', 'tornEast', 'underTotal', 'upTotal', 'leapInternal'],
  ],
  ['pm', ['upRoot', 'upTotal', 'upOther', 'upSecond', 'upThird', 'leapRoot', 'leapOne', 'underOne', 'gridNorth']],
] as [string, Fact[]][])(
  '%s does see what is meant for that office, so that hiding all would not pass',
  async (login, facts) => {
    const known = new Set((await getSeen(database, tokens[login]!)).map(({ value }) => String(Number(value))));
    expect(facts.filter((name) => !known.has(fact[name]))).toEqual([]);
  },
);

test('who sees what, publication after publication, is what follows when everything is computed at once', async () => {
  expect(await verify(database.etl)).toEqual([]);
});

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
