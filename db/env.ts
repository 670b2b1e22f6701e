import { z } from 'zod';

/** Variables that every command of the suite reads. */
export interface DatabaseEnv {
  /** The owner of a database on a server; none: the embedded Postgres of dataDir. */
  databaseUrl?: string;
  loginUrls: { web?: string; etl?: string; read?: string };
  replicaUrls: string[];
  dataDir: string;
  demo: boolean;
  /** Instant from which time runs in a demonstration. */
  clockStart: string;
}

export const defaultClockStart = '2026-11-20T09:00+07:00';

/** The environment is wrong; every problem is a sentence that names the variable, what it must be and an example. */
export class EnvironmentError extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join('\n'));
    this.name = 'EnvironmentError';
  }
}

const address = (name: string) =>
  z.string().regex(/^postgres(ql)?:\/\/[^/@]+@[^/]+\/[^/?]+/, {
    error: `${name} must name a login, a server and a database, e.g. ${name}=postgres://app:secret@db.example.org:5432/dashboards.`,
  });

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

const schema = z.object({
  DATABASE_URL: address('DATABASE_URL').optional(),
  DATABASE_URL_WEB: address('DATABASE_URL_WEB').optional(),
  DATABASE_URL_ETL: address('DATABASE_URL_ETL').optional(),
  DATABASE_URL_READ: address('DATABASE_URL_READ').optional(),
  DATABASE_REPLICA_URLS: z
    .string()
    .transform((list) => list.split(',').map((url) => url.trim()))
    .pipe(z.array(address('DATABASE_REPLICA_URLS (addresses with commas between)')))
    .default([]),
  DATA_DIR: z.string().default('.data'),
  DEMO: z.enum(['0', '1'], { error: 'DEMO must be 1 (demonstration) or 0 (real), e.g. DEMO=0.' }).optional(),
  CLOCK: z
    .string()
    .refine((text) => instant.test(text) && !Number.isNaN(Date.parse(text)), {
      error: `CLOCK must be an instant with its zone, e.g. CLOCK=${defaultClockStart}.`,
    })
    .optional(),
  NODE_ENV: z.string().optional(),
});

/** Reads the variables, or throws an EnvironmentError with all problems at once. An empty variable counts as not set. */
export function readDatabaseEnv(source: NodeJS.ProcessEnv): DatabaseEnv {
  const given = parseEnv(schema, source);
  const demo =
    given.DEMO === undefined ? given.DATABASE_URL === undefined && given.NODE_ENV !== 'production' : given.DEMO === '1';
  if (given.CLOCK !== undefined && !demo) {
    throw new EnvironmentError([
      `CLOCK sets the time of a demonstration only; with DEMO=0 time is real. Remove CLOCK, or set DEMO=1.`,
    ]);
  }
  return {
    ...(given.DATABASE_URL === undefined ? {} : { databaseUrl: given.DATABASE_URL }),
    loginUrls: Object.fromEntries(
      Object.entries({
        web: given.DATABASE_URL_WEB,
        etl: given.DATABASE_URL_ETL,
        read: given.DATABASE_URL_READ,
      }).filter(([, url]) => url !== undefined),
    ),
    replicaUrls: given.DATABASE_REPLICA_URLS,
    dataDir: given.DATA_DIR,
    demo,
    clockStart: given.CLOCK ?? defaultClockStart,
  };
}

/** Parses the environment with a schema whose messages are whole sentences. */
export function parseEnv<T extends z.ZodType>(shape: T, source: NodeJS.ProcessEnv): z.output<T> {
  const parsed = shape.safeParse(Object.fromEntries(Object.entries(source).filter(([, value]) => value !== '')));
  if (parsed.success) return parsed.data;
  throw new EnvironmentError([...new Set(parsed.error.issues.map(({ message }) => message))]);
}
