import { parseArgs } from 'node:util';
import { ENCODINGS, type Encoding } from '../decode/encoding.ts';
import { UsageError } from './usage.ts';

export type Options = {
  command: string;
  names: string[];
  json: boolean;
  dryRun: boolean;
  mapping?: string;
  dataset?: string;
  feed?: string;
  period?: string;
  encoding?: Encoding;
  output?: string;
  /** What only the commands about feeds and duties take, as it was given; flags are "yes". */
  setting: Partial<Record<SettingName, string>>;
};

const FEED_SETTINGS = [
  ...(['unit', 'name-th', 'name-en', 'frequency', 'lag-days', 'classification'] as const),
  ...(['max-rejected-share', 'accepts-itself', 'url', 'folder', 'schedule'] as const),
];
const FEED_FLAGS = ['upload', 'off', 'on'] as const;
const DUTY_SETTINGS = ['indicators', 'units', 'from', 'to', 'state'] as const;
const SETTINGS = [...FEED_SETTINGS, ...DUTY_SETTINGS];
export type SettingName = (typeof SETTINGS)[number] | (typeof FEED_FLAGS)[number];

/** Reads the command line. Throws UsageError with what is wrong. */
export function readOptions(args: string[]): Options {
  const { values, positionals } = parse(args);
  const [command = '', ...names] = positionals;
  const { mapping, dataset, feed, period, encoding, output, json = false, 'dry-run': dryRun = false, ...rest } = values;
  if (encoding !== undefined && !isEncoding(encoding))
    throw new UsageError(`--encoding must be one of ${ENCODINGS.join(', ')}`);
  for (const name of Object.keys(rest)) {
    const owner = (DUTY_SETTINGS as readonly string[]).includes(name) ? 'duty' : 'feed';
    if (owner !== command) throw new UsageError(`--${name} belongs to ${owner}`);
  }
  return {
    command,
    names,
    json,
    dryRun,
    ...given({ mapping, dataset, feed, period, output }),
    ...(encoding === undefined ? {} : { encoding }),
    setting: Object.fromEntries(
      Object.entries(rest).map(([name, value]) => [name, value === true ? 'yes' : String(value)]),
    ),
  };
}

function parse(args: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...{ json: flag, 'dry-run': flag, mapping: text, dataset: text, feed: text, period: text, encoding: text },
        output: { type: 'string', short: 'o' },
        ...(Object.fromEntries(SETTINGS.map((name) => [name, text])) as Record<(typeof SETTINGS)[number], typeof text>),
        ...(Object.fromEntries(FEED_FLAGS.map((name) => [name, flag])) as Record<
          (typeof FEED_FLAGS)[number],
          typeof flag
        >),
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function isEncoding(text: string): text is Encoding {
  return (ENCODINGS as readonly string[]).includes(text);
}

function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
