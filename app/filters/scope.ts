import { z } from 'zod';
import type { Scope } from './scope-type.ts';

export type { Scope } from './scope-type.ts';

/** Reads the scope from a URL. Nonsense counts as absent; nothing here throws. For loaders: browsers need no zod. */
export function toScope(url: URL): Scope {
  const raw = Object.fromEntries(Object.keys(shape).map((key) => [key, url.searchParams.get(key) ?? undefined]));
  const scope = z.object(shape).parse(raw);
  return Object.fromEntries(Object.entries(scope).filter(([, value]) => value !== undefined));
}

/** The slice as its two parts; no slice is all. */
export function sliceOf(scope: Scope): { kind: string; code: string } {
  const [kind, code] = scope.slice?.split(':') ?? [];
  return kind && code ? { kind, code } : { kind: 'all', code: '' };
}

const shape = {
  unit: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,40}$/)
    .optional()
    .catch(undefined),
  fy: z.coerce.number().int().min(2555).max(2600).optional().catch(undefined),
  round: z.coerce
    .number()
    .pipe(z.union([z.literal(6), z.literal(9), z.literal(12)]))
    .optional()
    .catch(undefined),
  slice: z
    .string()
    .regex(/^(strategy|system|layer|perspective|province):[A-Za-z0-9._-]{1,40}$/)
    .optional()
    .catch(undefined),
  asOf: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
};
