import { fiscalYearOf, bangkokDateOf } from '#domain/time/fiscal-calendar.ts';
import type { Clock } from '#db/clock.ts';
import type { Sql } from '#db/connect.ts';
import { findUnknownCodes, getFeedSetting } from '#db/reads/feed-settings.ts';
import { audit } from '#db/writes/audit.ts';
import { turnDay } from '#db/writes/day-turn.ts';
import { upsertDuties, type NewDuty } from '#db/writes/feeds.ts';
import type { Options } from './options.ts';
import { EXIT, print } from './output.ts';
import { UsageError } from './usage.ts';

const STATES = ['due', 'withheld', 'not_applicable'] as const;

/** Says which indicators a feed brings, and from when: what is then due, late or withheld shows at once. Answers the exit code. */
export async function runDuty(sql: Sql, clock: Clock, options: Options): Promise<number> {
  const { names, setting, json } = options;
  if (names.length !== 1) throw new UsageError('duty wants the code of one feed');
  const feed = await getFeedSetting(sql, names[0]!);
  if (!feed) return refuse(`there is no feed ${names[0]}; the command feeds lists them`);
  if (feed.dataset !== 'reading')
    throw new UsageError(`only readings are owed by indicator; ${feed.code} brings ${feed.dataset}`);
  const indicators = listOf(setting.indicators);
  if (indicators.length === 0) throw new UsageError('duty wants --indicators SV-01,FN-01');
  const units = setting.units === undefined ? [feed.unitCode] : listOf(setting.units);
  const unknown = await findUnknownCodes(sql, { indicators, units, above: feed.unitCode });
  if (unknown.indicators.length > 0)
    return refuse(
      `there is no indicator ${unknown.indicators.join(', ')}; load the register first: load <file> --dataset indicator`,
    );
  if (unknown.units.length > 0) return refuse(`not ${feed.unitCode} or a unit below it: ${unknown.units.join(', ')}`);
  const now = clock.now();
  const fromFiscalYear = yearOf('from', setting.from) ?? fiscalYearOf(bangkokDateOf(now));
  const toFiscalYear = yearOf('to', setting.to);
  if (toFiscalYear !== undefined && toFiscalYear < fromFiscalYear)
    throw new UsageError(`a duty from ${fromFiscalYear} to ${toFiscalYear} ends before it begins`);
  const duty = {
    feedCode: feed.code,
    fromFiscalYear,
    lagDays: feed.lagDays,
    state: stateOf(setting.state),
    ...(toFiscalYear === undefined ? {} : { toFiscalYear }),
  };
  const duties: NewDuty[] = units.flatMap((unitCode) =>
    indicators.map((indicatorCode) => ({ ...duty, unitCode, indicatorCode })),
  );
  await sql.begin(async (tx) => {
    await upsertDuties(tx, duties);
    await audit(tx, {
      at: now,
      act: 'make_duty',
      outcome: 'done',
      subject: feed.code,
      detail: { count: String(duties.length), by: 'command' },
    });
  });
  const publication = await turnDay(sql, { now });
  const about = { feed: feed.code, duties: duties.length, from: duty.fromFiscalYear, state: duty.state };
  print(json, { ...about, publication: publication?.id ?? null }, [
    `${feed.code}: ${units.length} units × ${indicators.length} indicators ${duty.state} from ${duty.fromFiscalYear}`,
    publication ? `shown from publication ${publication.id}` : 'nothing new is due',
  ]);
  return EXIT.done;
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return EXIT.nothingLoaded;
}

const listOf = (text: string | undefined): string[] => [
  ...new Set(
    (text ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ),
];

function yearOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^25[5-9]\d$/.test(text)) throw new UsageError(`--${name} must be a Buddhist fiscal year, e.g. 2570`);
  return Number(text);
}

function stateOf(text: string | undefined): (typeof STATES)[number] {
  const state = text === undefined ? 'due' : STATES.find((one) => one === text);
  if (!state) throw new UsageError(`--state must be one of ${STATES.join(', ')}`);
  return state;
}
