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
};

/** Reads the command line. Throws UsageError with what is wrong. */
export function readOptions(args: string[]): Options {
  const { values, positionals } = parse(args);
  const [command = '', ...names] = positionals;
  const { mapping, dataset, feed, period, encoding, output } = values;
  if (encoding !== undefined && !isEncoding(encoding))
    throw new UsageError(`--encoding must be one of ${ENCODINGS.join(', ')}`);
  return {
    command,
    names,
    json: values.json ?? false,
    dryRun: values['dry-run'] ?? false,
    ...given({ mapping, dataset, feed, period, output }),
    ...(encoding === undefined ? {} : { encoding }),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        mapping: { type: 'string' },
        dataset: { type: 'string' },
        feed: { type: 'string' },
        period: { type: 'string' },
        encoding: { type: 'string' },
        output: { type: 'string', short: 'o' },
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
