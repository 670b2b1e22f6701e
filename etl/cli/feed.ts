import { isAbsolute } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bangkokDateOf } from '#domain/time/fiscal-calendar.ts';
import type { Clock } from '#db/clock.ts';
import type { Sql } from '#db/connect.ts';
import { getFeedSetting, getOfficerOf, type FeedOfOperator } from '#db/reads/feed-settings.ts';
import { audit } from '#db/writes/audit.ts';
import { turnDay } from '#db/writes/day-turn.ts';
import { setFeed, type FeedSetting } from '#db/writes/feeds.ts';
import { datasetNames, isDatasetName } from '../datasets/contracts.ts';
import { findMapping } from '../mappings/mappings.ts';
import { isSchedule } from '../tasks/due-pulls.ts';
import type { Options, SettingName } from './options.ts';
import { EXIT, print } from './output.ts';
import { UsageError } from './usage.ts';

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
const FREQUENCIES = ['day', 'month', 'quarter', 'year'] as const;
const CLASSIFICATIONS = ['public', 'internal', 'restricted'] as const;
/** A folder is looked at so often unless something else is said. */
const FOLDER_SCHEDULE = '*/5 * * * *';
/** Levels that take what arrives without a hand, as the feed keeps them. */
const ACCEPTS = { none: 0, ministry: 2, centre: 4, all: 6 } as const;

/** Makes a feed, changes what is named of a known one, or shows it. Answers the exit code. */
export async function runFeed(sql: Sql, clock: Clock, options: Options): Promise<number> {
  const [code = '', ...others] = options.names;
  if (!CODE.test(code) || others.length > 0)
    throw new UsageError('feed wants one code: letters, digits, dot, hyphen, underscore, e.g. reading-03003');
  const known = await getFeedSetting(sql, code);
  const isChange =
    Object.keys(options.setting).length > 0 || options.mapping !== undefined || options.dataset !== undefined;
  if (!isChange && !known) {
    process.stderr.write(`there is no feed ${code}; make it with --unit, --dataset, --name-th and --name-en\n`);
    return EXIT.nothingLoaded;
  }
  if (isChange) {
    const feed = toSetting(code, known, options);
    const [unit] = await sql`select from org_unit where code = ${feed.unitCode}`;
    if (!unit) {
      process.stderr.write(`there is no unit ${feed.unitCode}; codes are the five digits of the Budget Bureau\n`);
      return EXIT.nothingLoaded;
    }
    await sql.begin(async (tx) => {
      await setFeed(tx, feed);
      await audit(tx, {
        at: clock.now(),
        act: known ? 'change_feed' : 'make_feed',
        outcome: 'done',
        subject: code,
        detail: { by: 'command' },
      });
    });
    if (known && known.duties > 0 && known.lagDays !== feed.lagDays) await turnDay(sql, { now: clock.now() });
  }
  const feed = (await getFeedSetting(sql, code))!;
  print(options.json, { feed: toShown(feed) }, [
    ...linesOf(feed),
    ...(await nextSteps(sql, feed, bangkokDateOf(clock.now()))),
  ]);
  return EXIT.done;
}

/** What the feed is to be. Throws UsageError with what is missing or wrong. */
function toSetting(code: string, known: FeedOfOperator | null, { dataset, mapping, setting }: Options): FeedSetting {
  const need = (name: SettingName, value: string | undefined): string => {
    const text = setting[name] ?? value;
    if (!text) throw new UsageError(`a new feed wants --${name}`);
    return text;
  };
  if (setting.on && setting.off) throw new UsageError('a feed is on or off, not both');
  if (known && setting.unit !== undefined && setting.unit !== known.unitCode)
    throw new UsageError(`${code} is owed by ${known.unitCode}; another unit wants a feed of its own`);
  const chosen = toMapping(known, dataset, mapping);
  return {
    code,
    unitCode: need('unit', known?.unitCode),
    ...chosen,
    nameTh: need('name-th', known?.nameTh),
    nameEn: need('name-en', known?.nameEn),
    frequency: oneOf('frequency', setting.frequency, FREQUENCIES) ?? known?.frequency ?? 'month',
    classification:
      oneOf('classification', setting.classification, CLASSIFICATIONS) ?? known?.classification ?? 'public',
    lagDays: numberOf('lag-days', setting['lag-days'], 366) ?? known?.lagDays ?? 15,
    maxRejectedShare:
      numberOf('max-rejected-share', setting['max-rejected-share'], 1) ?? known?.maxRejectedShare ?? 0.5,
    acceptsItself: toAccepts(setting['accepts-itself']) ?? known?.acceptsItself ?? 0,
    isActive: setting.off ? false : setting.on ? true : (known?.isActive ?? true),
    ...toSource(known, setting),
  };
}

function toMapping(
  known: FeedOfOperator | null,
  dataset: string | undefined,
  mapping: string | undefined,
): { dataset: string; mapping: string } {
  if (dataset !== undefined && !isDatasetName(dataset))
    throw new UsageError(`there is no dataset "${dataset}"; there are ${datasetNames.join(', ')}`);
  if (known && dataset !== undefined && dataset !== known.dataset)
    throw new UsageError(`${known.code} brings ${known.dataset}; another dataset wants a feed of its own`);
  const name = mapping ?? (dataset === undefined ? known?.mapping : (known?.mapping ?? `contract-${dataset}`));
  if (name === undefined) throw new UsageError('a new feed wants --dataset, or --mapping for columns of its own');
  const found = findMapping(name);
  if (!found) throw new UsageError(`there is no mapping "${name}"; the command mappings lists them`);
  const wanted = known?.dataset ?? dataset ?? found.dataset;
  if (found.dataset !== wanted)
    throw new UsageError(`the mapping ${found.name} is for ${found.dataset}, not ${wanted}`);
  return { dataset: wanted, mapping: found.name };
}

/** Where the bytes come from: the screen, an address, or a folder on this machine. */
function toSource(
  known: FeedOfOperator | null,
  { url, folder, upload, schedule }: Options['setting'],
): { sourceUrl?: string; schedule?: string } {
  if ([url, folder, upload].filter((one) => one !== undefined).length > 1)
    throw new UsageError('a feed has one source: --upload, --url or --folder');
  if (schedule !== undefined && !isSchedule(schedule))
    throw new UsageError(
      `"${schedule}" is no schedule: five fields in Bangkok time – minute, hour, day, month, weekday – e.g. "30 6 * * *"`,
    );
  const before = upload ? undefined : known?.sourceUrl;
  const sourceUrl = url === undefined ? (folder === undefined ? before : toFolder(folder)) : toAddress(url);
  if (!sourceUrl) {
    if (schedule !== undefined) throw new UsageError('--schedule wants a source: --url or --folder');
    return {};
  }
  const kept = url === undefined && folder === undefined ? known?.schedule : null;
  const when = schedule ?? kept ?? (sourceUrl.startsWith('file:') ? FOLDER_SCHEDULE : undefined);
  return { sourceUrl, ...(when ? { schedule: when } : {}) };
}

function toAddress(text: string): string {
  const address = URL.canParse(text) ? new URL(text) : null;
  if (!address || !/^https?:$/.test(address.protocol)) throw new UsageError(`"${text}" is no http or https address`);
  if (address.username || address.password)
    throw new UsageError('an address holds no password: set PULL_TOKEN_<FEED CODE> for the worker instead');
  return address.href;
}

function toFolder(text: string): string {
  if (!isAbsolute(text))
    throw new UsageError(`--folder wants a whole path, e.g. /srv/incoming/03003; "${text}" is none`);
  return pathToFileURL(text).href;
}

function toAccepts(text: string | undefined): number | undefined {
  const known = oneOf('accepts-itself', text, ['none', 'ministry', 'centre', 'all'] as const);
  return known === undefined ? undefined : ACCEPTS[known];
}

function oneOf<T extends string>(name: SettingName, text: string | undefined, values: readonly T[]): T | undefined {
  if (text === undefined) return undefined;
  const value = values.find((one) => one === text);
  if (value === undefined) throw new UsageError(`--${name} must be one of ${values.join(', ')}`);
  return value;
}

function numberOf(name: SettingName, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  const isWhole = most === 1 || Number.isInteger(value);
  if (text.trim() === '' || !(value >= 0 && value <= most) || !isWhole)
    throw new UsageError(`--${name} must be ${most === 1 ? 'a share from 0 to 1' : `whole days from 0 to ${most}`}`);
  return value;
}

const acceptsWord = (bits: number): string =>
  Object.entries(ACCEPTS).find(([, value]) => value === bits)?.[0] ?? String(bits);

export function sourceOf(sourceUrl: string | null): string {
  if (sourceUrl === null) return 'upload';
  return sourceUrl.startsWith('file:') ? `folder ${fileURLToPath(sourceUrl)}` : sourceUrl;
}

function toShown({ acceptsItself, sourceUrl, ...feed }: FeedOfOperator): object {
  return { ...feed, acceptsItself: acceptsWord(acceptsItself), source: sourceOf(sourceUrl) };
}

function linesOf(feed: FeedOfOperator): string[] {
  const pulled = feed.schedule ? ` · ${feed.schedule}` : '';
  return [
    `${feed.code} · ${feed.nameTh} · ${feed.nameEn}${feed.isActive ? '' : ' · off'}`,
    `unit ${feed.unitCode} ${feed.unitName} · ${feed.dataset} by ${feed.mapping} · every ${feed.frequency}, due ${feed.lagDays} days after · ${feed.classification}`,
    `source ${sourceOf(feed.sourceUrl)}${pulled} · accepts itself: ${acceptsWord(feed.acceptsItself)} · refused whole above ${feed.maxRejectedShare * 100}% rejects`,
    `duties: ${feed.duties}`,
  ];
}

/** What a newcomer does next, as commands. */
async function nextSteps(sql: Sql, feed: FeedOfOperator, on: string): Promise<string[]> {
  const officer = await getOfficerOf(sql, feed.unitCode, on);
  return [
    ...(feed.sourceUrl === null && officer && !officer.isHeld
      ? [
          `nobody sends it yet: npm run access -- person --login … --name-th … --name-en … --position ${officer.position}`,
        ]
      : []),
    ...(feed.sourceUrl !== null && feed.schedule === null
      ? [`nothing pulls it by itself: npm run etl -- feed ${feed.code} --schedule "30 6 * * *"`]
      : []),
    ...(feed.dataset === 'reading' && feed.duties === 0
      ? [`nothing is due yet: npm run etl -- duty ${feed.code} --indicators …`]
      : []),
    `an empty workbook: npm run etl -- template ${feed.dataset} -o ${feed.dataset}.xlsx`,
  ];
}
