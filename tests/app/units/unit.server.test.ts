import { beforeAll, describe, expect, test } from 'vitest';
import { withViewer } from '#app/access/viewer.server.ts';
import { getIndicatorView } from '#app/indicators/indicator.server.ts';
import { getUnitView } from '#app/units/unit.server.ts';
import { buildPromisedMinistry } from '#tests/build/promised-ministry.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { addHolder, get, makeContext, startTestSession } from '#tests/setup/visitor.ts';

const database = useDatabase();
let token: string;

beforeAll(async () => {
  token = await startTestSession(database, await addHolder(database, 'minister-03000', 'minister-03000'));
  await buildPromisedMinistry(database);
});

const unit = (code: string) =>
  withViewer(get(`/units/${code}`, token), makeContext(database), (tx, viewer) => getUnitView(tx, viewer, { code }));
const indicator = (code: string, parameters = {}) =>
  withViewer(get(`/indicators/${code}`, token), makeContext(database), (tx, viewer) =>
    getIndicatorView(tx, viewer, { code, ...parameters }),
  );

describe('the page of a unit', () => {
  test('shows what it promised and the figures of its own agreement', async () => {
    const shown = await unit('03003');
    expect(shown.agreements).toMatchObject({ ok: true, value: [{ type: 'PS_DG', fiscalYear: 2569, score: '5.0000' }] });
    expect(shown.figures.ok && shown.figures.value.map((one) => one.status)).toEqual(['achieved', 'achieved']);
    expect(shown.unit.parent?.code).toBe('03000');
    expect(shown.sisters.ok && shown.sisters.value.map((one) => one.code)).toContain('03004');
  });

  test('of one that has ended says what followed it', async () => {
    const shown = await unit('WAS-MICT');
    expect(shown.unit.validTo).not.toBeNull();
    expect(shown.names.ok && shown.names.value.lineage.map((one) => one.relation)).toContain('successor');
  });
});

describe('the page of an indicator', () => {
  test('adds up numerators over denominators, never percentages', async () => {
    const shown = await indicator('PERMITS');
    expect(shown.total?.value).toMatch(/^17\.27/);
    expect(shown.children.ok && shown.children.value.map((one) => Number(one.value))).toEqual([90, 10]);
  });

  test('says of each period whether it is in', async () => {
    const { periods } = await indicator('PERMITS', { unit: '03003', fy: 2569 });
    expect(periods.ok && periods.value.map((one) => one.state)).toEqual(Array(12).fill('reported'));
    const running = await indicator('PERMITS', { unit: '03003', fy: 2570 });
    expect(running.periods.ok && new Set(running.periods.value.map((one) => one.state))).toEqual(new Set(['not_due']));
  });

  test('names the agreements that use it, and what they plan', async () => {
    const shown = await indicator('PERMITS');
    expect(shown.promises.ok && shown.promises.value).toHaveLength(3);
    expect(shown.plan.map((one) => [one.round, Number(one.plan)])).toEqual([[12, 75]]);
  });

  test('offers the nearest ones for a code that nobody made', async () => {
    const answer = (await indicator('PERMIT').catch((error: unknown) => error)) as Response;
    expect(answer.status).toBe(404);
    expect(((await answer.json()) as { nearest: { href: string }[] }).nearest[0]!.href).toBe('/indicators/PERMITS');
  });
});
