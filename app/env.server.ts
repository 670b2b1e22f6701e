import { z } from 'zod';
import { EnvironmentError, parseEnv, readDatabaseEnv } from '#db/env.ts';
import type { DatabaseEnv } from '#db/env.ts';

/** Everything the web process and the supervisor read from the environment, checked. */
export interface Env extends DatabaseEnv {
  port: number;
  host: string;
  /** Given; in a demonstration it may be missing, then one is kept in dataDir. */
  sessionSecret?: string;
  /** Where people reach the suite, without a slash at the end; behind a proxy it differs from host and port. */
  publicUrl?: string;
  logLevel: string;
  chromiumPath?: string;
}

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const loopback = new Set(['127.0.0.1', 'localhost', '::1']);
const placeholders = /change.?me|secret|password|example|placeholder|^(.)\1*$|0123456789|abcdef/i;
const portSentence = 'PORT must be a whole number from 1 to 65535, e.g. PORT=3000.';

const makeSecret = `Make one with: node -e "console.log(require('node:crypto').randomBytes(32).toString('base64url'))"`;

const schema = z.object({
  PORT: z.coerce
    .number({ error: portSentence })
    .int(portSentence)
    .min(1, portSentence)
    .max(65_535, portSentence)
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'HOST must be the name or address to listen on, e.g. HOST=127.0.0.1.')
    .default('127.0.0.1'),
  SESSION_SECRET: z
    .string()
    .refine((secret) => Buffer.byteLength(secret) >= 32, {
      error: `SESSION_SECRET must have 32 bytes or more. ${makeSecret}`,
      abort: true,
    })
    .refine((secret) => !placeholders.test(secret), {
      error: `SESSION_SECRET is a placeholder that others know too. ${makeSecret}`,
    })
    .optional(),
  DEMO_PUBLIC: z.enum(['0', '1'], { error: 'DEMO_PUBLIC must be 1 or 0, e.g. DEMO_PUBLIC=1.' }).default('0'),
  LOG_LEVEL: z
    .enum(levels, { error: `LOG_LEVEL must be one of ${levels.join(', ')}, e.g. LOG_LEVEL=info.` })
    .default('info'),
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'PUBLIC_URL must be the address people type, e.g. PUBLIC_URL=https://dashboard.example.go.th.',
    })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  CHROMIUM_PATH: z.string().optional(),
});

/** Reads and checks the environment; throws an EnvironmentError that lists every problem as a sentence. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const problems: string[] = [];
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof EnvironmentError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const database = attempt(() => readDatabaseEnv(source));
  const web = attempt(() => parseEnv(schema, source));
  if (database && web) problems.push(...problemsBetween(database, web));
  if (!database || !web || problems.length > 0) throw new EnvironmentError(problems);
  return {
    ...database,
    port: web.PORT,
    host: web.HOST,
    logLevel: web.LOG_LEVEL,
    ...(web.SESSION_SECRET === undefined ? {} : { sessionSecret: web.SESSION_SECRET }),
    ...(web.PUBLIC_URL === undefined ? {} : { publicUrl: web.PUBLIC_URL }),
    ...(web.CHROMIUM_PATH === undefined ? {} : { chromiumPath: web.CHROMIUM_PATH }),
  };
}

function problemsBetween(database: DatabaseEnv, web: z.output<typeof schema>): string[] {
  const problems: string[] = [];
  if (web.SESSION_SECRET === undefined && !database.demo) {
    problems.push(`SESSION_SECRET must be set when DEMO=0: 32 random bytes or more. ${makeSecret}`);
  }
  if (database.demo && !loopback.has(web.HOST) && web.DEMO_PUBLIC !== '1') {
    problems.push(
      `HOST=${web.HOST} would show a demonstration, with its known passwords, to the network. Leave HOST at 127.0.0.1, or set DEMO_PUBLIC=1 if that is meant.`,
    );
  }
  return problems;
}
