import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '#tests/setup/database.ts';
import { addHolder, startTestSession } from '#tests/setup/visitor.ts';
import { fact, mayKnow, plantFigures, type Fact } from './planted-figures.ts';
import { getSeen, workOut, type Seen } from './subtraction.ts';

const database = useDatabase();
const tokens: Record<string, string> = {};

beforeAll(async () => {
  await plantFigures(database);
  for (const login of Object.keys(mayKnow))
    tokens[login] = await startTestSession(database, await addHolder(database, login, login));
});

test.each(Object.entries(mayKnow))(
  '%s learns nothing more than meant, by subtraction of children, slices or moments',
  async (login, facts) => {
    const known = workOut(await getSeen(database, tokens[login]!));
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
    const known = new Set((await getSeen(database, tokens[login]!)).map(({ value }) => String(Number(value))));
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
