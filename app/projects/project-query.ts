import { z } from 'zod';
import type { ProjectQuery } from './projects-view.ts';

const code = z.string().regex(/^[A-Za-z0-9._-]{1,40}$/);

/** Filters, order and page of the table as the URL names them; the API refuses what a page leaves out. */
export const projectParameters = {
  phase: z.coerce.number().int().min(1).max(5).optional().describe('Phase 1–5'),
  status: z.enum(['achieved', 'on_plan', 'at_risk', 'below_plan', 'no_data']).optional(),
  system: code.optional(),
  layer: code.optional(),
  strategy: code.optional(),
  province: code.optional(),
  indicator: code.optional().describe('Only projects that serve this indicator'),
  gate: z.enum(['blocking', 'pending', 'waived', 'passed']).optional(),
  late: z.enum(['1']).optional().describe('1: only projects over 30 days late'),
  sort: z.enum(['slip', 'cost', 'gap', 'value', 'name']).optional(),
  dir: z.enum(['asc', 'desc']).optional(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
};

type Given = z.output<z.ZodObject<typeof projectParameters>>;

/** Reads the table's filters and order from a URL. Nonsense counts as absent; nothing here throws. For loaders alone. */
export function toProjectQuery(url: URL): ProjectQuery {
  const given = Object.entries(projectParameters).map(([key, schema]) => {
    const read = schema.safeParse(url.searchParams.get(key) || undefined);
    return [key, read.success ? read.data : undefined];
  });
  return toFilledQuery(Object.fromEntries(given) as Given);
}

/** Latest first, and names from the first letter on, unless the URL says otherwise. */
export function toFilledQuery({ dir, late, sort = 'slip', page, ...filter }: Given): ProjectQuery {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  return {
    ...given,
    ...(late ? { late: true } : {}),
    sort,
    isAscending: dir ? dir === 'asc' : sort === 'name',
    page: page ?? null,
  };
}
