import { z } from 'zod';

/** The scope of a page as parameters of the API; here a value that cannot be read is refused instead of left out. */
export const scopeParameters = z.object({
  unit: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,40}$/)
    .optional()
    .describe('Unit code, e.g. 03000'),
  fy: z.coerce.number().int().min(2555).max(2600).optional().describe('Fiscal year, Buddhist era'),
  round: z.coerce
    .number()
    .pipe(z.union([z.literal(6), z.literal(9), z.literal(12)]))
    .optional()
    .describe('Review round in months'),
  slice: z
    .string()
    .regex(/^(strategy|system|layer|perspective|province):[A-Za-z0-9._-]{1,40}$/)
    .optional()
    .describe('Slice as kind:code'),
  asOf: z.coerce.number().int().positive().max(2_147_483_647).optional().describe('Publication id to read as of'),
});

/** The scope, and the code in the path. */
export const codeParameters = scopeParameters.extend({ code: z.string().min(1).max(100) });
