import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { planSteps } from '#etl/demo/deliveries/plan.ts';
import { DECISIONS, TAKEN_BY_HAND, LATE, toScenario } from '#etl/demo/deliveries/scenario.ts';
import type { Step } from '#etl/demo/deliveries/steps.ts';
import { demoDuties, demoFeeds } from '#etl/demo/deliveries/feeds.ts';
import { org } from './organisation.ts';

const plan = (clock: string) => planSteps(org, toScenario(clock), new Date(clock));
const loads = (steps: readonly Step[]) => steps.filter((step) => step.kind === 'load');
const usual = '2026-11-20T09:00+07:00';

const hashes = async (steps: readonly Step[]): Promise<string[]> => {
  const found: string[] = [];
  for (const step of loads(steps))
    for (const { name, bytes } of await step.files())
      found.push(`${step.feedCode}/${name}/${createHash('sha256').update(bytes).digest('hex')}`);
  return found;
};

describe('deliveries of the demonstration', () => {
  test('the same clock gives the same files, byte for byte', async () => {
    const some = (steps: Step[]) => loads(steps).filter((_, i) => i % 5 === 0);
    expect(await hashes(some(plan(usual)))).toEqual(await hashes(some(plan(usual))));
  });

  test('steps stand in the order of time, none after the clock, each file under a name of its own', () => {
    const steps = plan(usual);
    const times = steps.map(({ at }) => Date.parse(at));
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    expect(Math.max(...times)).toBeLessThanOrEqual(Date.parse(usual));
    const names = loads(steps).map((step) => `${step.feedCode}/${step.firstFile}`);
    expect(new Set(names).size).toBe(names.length);
    expect(loads(steps).length).toBeLessThanOrEqual(150);
  });

  test('every file is named as its step says, so that a restart finds it', async () => {
    for (const step of loads(plan(usual)).filter((_, i) => i % 4 === 1))
      expect((await step.files())[0]!.name).toBe(step.firstFile);
  });

  test('the newest month is not sent by those who are late, and its file with faults has ten of them', async () => {
    const steps = loads(plan(usual)).filter(
      ({ feedCode, period }) => period === '2569-10' && feedCode.startsWith('reading-'),
    );
    expect(steps.some(({ feedCode }) => feedCode === 'reading-03009')).toBe(false);
    const transport = steps.find(({ feedCode }) => feedCode === 'reading-08000')!;
    const text = (await transport.files())[0]!.bytes.toString('utf8');
    expect(text).toContain('08006');
    for (const code of LATE) if (code.startsWith('08')) expect(text).not.toContain(code);
    const faulty = steps.find(({ feedCode }) => feedCode === 'reading-03005')!;
    expect((await faulty.files())[0]!.bytes.toString('utf8')).toContain('85,5');
  });

  test('one ministry writes Windows-874 with Thai digits and Buddhist dates, others workbooks, semicolons and tabs', async () => {
    const steps = loads(plan(usual));
    const first = async (feedCode: string) => (await steps.find((step) => step.feedCode === feedCode)!.files())[0]!;
    const old = (await first('project-07000')).bytes;
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(old)).toThrow();
    expect(new TextDecoder('windows-874').decode(old)).toMatch(/[๐-๙]{1,2} ต\.ค\. ๒๕๖/);
    expect((await first('reading-01000')).name).toMatch(/\.xlsx$/);
    expect((await first('reading-13000')).bytes.toString('utf8').split('\r\n')[0]).toContain(';');
    expect((await first('reading-12000')).bytes.toString('utf8').split('\r\n')[0]).toContain('\t');
  });

  test('feeds that do not accept by themselves are taken, returned, or wait', () => {
    const decided = plan(usual)
      .filter((step) => step.kind === 'decide')
      .map(({ feedCode }) => feedCode);
    expect(decided.sort()).toEqual(
      [...Object.keys(DECISIONS), ...TAKEN_BY_HAND].map((code) => `reading-${code}`).sort(),
    );
    const byHand = demoFeeds(org).filter(
      ({ code, acceptsItself }) => code.startsWith('reading-') && (acceptsItself ?? 0) < 4,
    );
    expect(byHand.map(({ code }) => code)).toContain('reading-16000');
  });

  test('a feed is named by what it brings and whose it is: that it is a demonstration stands on the screen', () => {
    const feeds = demoFeeds(org);
    for (const { nameTh, nameEn } of feeds) expect(`${nameTh} ${nameEn}`).not.toMatch(/สาธิต|demonstration/);
    expect(feeds.find(({ code }) => code === 'reading-03003')).toMatchObject({
      nameTh: 'ผลตัวชี้วัด กรมธนารักษ์',
      nameEn: expect.stringContaining('Treasury'),
    });
  });

  test('every unit that reports has duties, and each names a feed that exists', () => {
    const feeds = new Set(demoFeeds(org).map(({ code }) => code));
    const duties = demoDuties(org);
    expect(new Set(duties.map(({ unitCode }) => unitCode)).size).toBe(org.reporters.length);
    for (const { feedCode } of duties) expect(feeds.has(feedCode!), feedCode).toBe(true);
    expect(duties.some(({ state }) => state === 'withheld')).toBe(true);
  });

  const clocks = [
    { clock: '2026-03-10T09:00+07:00', what: 'in the middle of a round', newest: '2569-01', fiscalYear: 2569 },
    { clock: '2027-04-16T09:00+07:00', what: 'after a round closed', newest: '2570-03', fiscalYear: 2570 },
    { clock: '2027-10-02T09:00+07:00', what: 'when the year has turned', newest: '2570-08', fiscalYear: 2570 },
  ];
  test.each(clocks)('$what the files reach to the clock', ({ clock, newest, fiscalYear }) => {
    const scenario = toScenario(clock);
    expect(scenario.newest.code).toBe(newest);
    expect(scenario.newest.fiscalYear).toBe(fiscalYear);
    const steps = plan(clock);
    expect(
      loads(steps).some((step) => step.feedCode === 'agreement-PMOC' && step.firstFile.includes(String(fiscalYear))),
    ).toBe(true);
    const periods = loads(steps).flatMap(({ period }) => (period ? [period] : []));
    expect(periods).toContain(newest);
    expect(steps.some((step) => step.kind === 'certify' && step.fiscalYear === 2569)).toBe(
      Date.parse(clock) > Date.parse('2026-05-20'),
    );
  });

  test('a later clock changes nothing that was sent under an earlier one before its newest months', async () => {
    const early = loads(planSteps(org, toScenario(usual), new Date('2026-08-01T00:00+07:00')));
    const late = loads(planSteps(org, toScenario('2026-12-20T09:00+07:00'), new Date('2026-08-01T00:00+07:00')));
    const some = (steps: typeof early) => steps.filter((step) => step.feedCode === 'reading-PMOC').slice(3, 8);
    expect(await hashes(some(early))).toEqual(await hashes(some(late)));
  });
});
