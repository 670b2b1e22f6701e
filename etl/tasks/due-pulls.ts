import type { Sql } from '#db/connect.ts';
import { toMilliseconds, BANGKOK_OFFSET_MS } from '#domain/time/fiscal-calendar.ts';

/** Codes of the feeds whose schedule (five cron fields, Bangkok time) names this minute. */
export async function getDuePulls(sql: Sql, now: Date): Promise<string[]> {
  const feeds = await sql<{ code: string; schedule: string }[]>`
    select code, schedule from feed where active and source_url is not null and schedule is not null order by code`;
  return feeds.filter(({ schedule }) => isDue(schedule, now)).map(({ code }) => code);
}

/** Whether a schedule names the minute of an instant: minute, hour, day, month, weekday (0 is Sunday); `*`, lists, ranges and steps. */
export function isDue(schedule: string, now: Date): boolean {
  const fields = schedule.trim().split(/\s+/);
  if (fields.length !== 5) return false;
  const local = new Date(toMilliseconds(now) + BANGKOK_OFFSET_MS);
  const values = [
    local.getUTCMinutes(),
    local.getUTCHours(),
    local.getUTCDate(),
    local.getUTCMonth() + 1,
    local.getUTCDay(),
  ];
  return fields.every((field, index) =>
    field.split(',').some((part) => includes(part, values[index]!, LOWEST[index]!)),
  );
}

/** Whether a text is such a schedule, and each number within its field. */
export function isSchedule(text: string): boolean {
  const fields = text.trim().split(/\s+/);
  return fields.length === 5 && fields.every((field, index) => field.split(',').every((part) => isPart(part, index)));
}

function isPart(part: string, index: number): boolean {
  const match = PART.exec(part);
  const numbers = (part.split('/')[0]!.match(/\d+/g) ?? []).map(Number);
  return (
    match !== null &&
    match[3] !== '0' &&
    numbers.every((number) => number >= LOWEST[index]! && number <= HIGHEST[index]!) &&
    (numbers.length < 2 || numbers[0]! <= numbers[1]!)
  );
}

const LOWEST = [0, 0, 1, 1, 0];
const HIGHEST = [59, 23, 31, 12, 6];
const PART = /^(\*|\d+(?:-(\d+))?)(?:\/(\d+))?$/;

function includes(part: string, value: number, lowest: number): boolean {
  const match = PART.exec(part);
  if (!match) return false;
  const [, whole, to, step] = match;
  const from = whole === '*' ? lowest : Number.parseInt(whole!, 10);
  const until =
    whole === '*' || (to === undefined && step !== undefined) ? Number.MAX_SAFE_INTEGER : Number(to ?? from);
  return value >= from && value <= until && (value - from) % Number(step ?? 1) === 0;
}
