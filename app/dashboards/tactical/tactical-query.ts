import { z } from 'zod';
import type { RoundKey, TacticalQuery } from './tactical-view.ts';

const code = /^[A-Za-z0-9._:-]{1,60}$/;
const round = /^(25\d{2})-(6|9|12)$/;

/** How results are compared, as the URL names it; the API refuses what a page leaves out. */
export const tacticalParameters = {
  show: z.enum(['rank', 'heat', 'trend']).optional().describe('One view at a time'),
  order: z.enum(['score', 'gap', 'change']).optional().describe('Worst first by score, distance to plan, or change'),
  indicator: z.string().regex(code).optional().describe('Ranks by this indicator instead of the score'),
  compare: z
    .string()
    .regex(/^[A-Za-z0-9.,_-]{1,90}$/)
    .optional()
    .describe('A round as 2568-12, or one or two unit codes, with a comma between them'),
  by: z.enum(['month', 'year']).optional(),
  check: z.enum(['below3', 'easy', 'unsigned']).optional(),
  page: z.coerce.number().int().min(1).max(1_000).optional(),
};

type Given = z.output<z.ZodObject<typeof tacticalParameters>>;

/** Reads the comparison from a URL. Nonsense counts as absent; nothing here throws. For loaders alone. */
export function toTacticalQuery(url: URL): TacticalQuery {
  const given = Object.entries(tacticalParameters).map(([key, schema]) => {
    const value =
      key === 'compare' ? url.searchParams.getAll(key).filter(Boolean).join(',') : url.searchParams.get(key);
    const read = schema.safeParse(value || undefined);
    return [key, read.success ? read.data : undefined];
  });
  return toFilledTacticalQuery(Object.fromEntries(given) as Given);
}

export function toFilledTacticalQuery({ show = 'rank', by = 'month', compare, page, ...rest }: Given): TacticalQuery {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const named = compare?.split(',') ?? [];
  const compared = named.map(toRoundKey).find((key) => key !== null);
  const pair = named.filter((name) => toRoundKey(name) === null).slice(0, 2);
  return { ...given, ...(compared ? { compare: compared } : {}), show, by, pair, page: page ?? null };
}

function toRoundKey(text: string): RoundKey | null {
  const match = round.exec(text);
  return match && { fiscalYear: Number(match[1]), round: Number(match[2]) as RoundKey['round'] };
}
