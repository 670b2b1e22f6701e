import { z } from 'zod';
import { DELIMITERS } from '../decode/delimiter.ts';
import { ENCODINGS } from '../decode/encoding.ts';

const pattern = z.string().refine((text) => isPattern(text), 'not a regular expression');
const words = z.record(z.string(), z.string());

/** Where one contract column's text comes from, and how the sender writes it. */
const columnSource = z.strictObject({
  /** Heading, or headings of which the first that the file has is taken. */
  from: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  /** Column of the file from 1, for columns without a heading. */
  position: z.int().positive().optional(),
  /** Several columns, the first that is not blank in each record. */
  firstOf: z.array(z.string()).optional(),
  /** Several columns put together. */
  join: z.strictObject({ from: z.array(z.string()).min(2), with: z.string() }).optional(),
  constant: z.string().optional(),
  /** Named group of the mapping's filePattern or sheet pattern. */
  fileName: z.string().optional(),
  sheetName: z.string().optional(),
  /** The file may lack the column. */
  isOptional: z.boolean().optional(),
  /** Takes a part of the cell: first group; a cell that does not fit stays as it is. */
  pattern: pattern.optional(),
  /** Spellings that mean "nothing", told with the original. */
  blank: z.array(z.string()).optional(),
  values: words.optional(),
  /** What becomes of a cell that is not in `values`. */
  otherwise: z.enum(['keep', 'blank']).optional(),
  /** Digits that a code must have; shorter ones lost their leading zeros, which is told. */
  padTo: z.int().positive().optional(),
  prefix: z.string().optional(),
  decimalMark: z.enum(['point', 'comma']).optional(),
  multiplier: z.string().optional(),
  era: z.enum(['buddhist', 'common']).optional(),
  dateOrder: z.enum(['day_first', 'month_first']).optional(),
});

const unitDeclaration = z.strictObject({
  code: z.string(),
  parent: z.string().optional(),
  nameTh: z.string(),
  nameEn: z.string(),
  aliases: z.array(z.string()).optional(),
});

/** A sender's columns → our contract, as data. Filters nothing: every record of the file is read. */
export const mappingSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  dataset: z.enum(['reading', 'indicator', 'agreement', 'project', 'milestone', 'budget', 'index']),
  version: z.string(),
  th: z.string(),
  en: z.string(),
  format: z.enum(['csv', 'xlsx', 'json']).optional(),
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  headerRow: z.int().positive().optional(),
  sheet: z
    .union([
      z.strictObject({ name: z.string() }),
      z.strictObject({ index: z.int().positive() }),
      z.strictObject({ pattern }),
    ])
    .optional(),
  filePattern: pattern.optional(),
  era: z.enum(['buddhist', 'common']).optional(),
  columns: z.record(z.string(), columnSource),
  /** Columns that are looked at for faults but not stored; kind names a cell type of the contract. */
  watched: z.array(z.strictObject({ from: z.string(), kind: z.enum(['date', 'number', 'code']) })).optional(),
  /** State of a reading whose record has neither value nor state; told for each. */
  blankState: z.enum(['not_applicable', 'withheld']).optional(),
  /** Control totals are kept per value of these contract columns, too. */
  totalsBy: z.array(z.string()).optional(),
  /** Root of the sender's units: names are looked for below it only. */
  root: unitDeclaration.optional(),
  units: z.array(unitDeclaration).optional(),
  /** Units that the file itself names, below the root. */
  unitsFrom: z
    .strictObject({
      code: z.string(),
      name: z.string(),
      prefix: z.string(),
      padTo: z.int().optional(),
      splitName: z.string().optional(),
    })
    .optional(),
  /** Indicators that the file itself names. */
  indicatorsFrom: z
    .strictObject({
      code: z.array(z.string()).min(1),
      prefix: z.string(),
      nameTh: z.string().optional(),
      nameEn: z.string(),
      unit: z.strictObject({ from: z.string(), prefix: z.string() }),
      unitOfMeasure: z.string(),
      isShare: z.boolean(),
      frequency: z.enum(['day', 'month', 'quarter', 'year']),
    })
    .optional(),
  /** Settings of the dataset's rules, such as the weights of an index per year. */
  settings: z.record(z.string(), z.unknown()).optional(),
});

export type Mapping = z.infer<typeof mappingSchema>;
export type ColumnSource = z.infer<typeof columnSource>;
export type UnitDeclaration = z.infer<typeof unitDeclaration>;

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
