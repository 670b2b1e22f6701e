import { Decimal } from '#domain/numbers/decimal.ts';
import type { Period } from '#domain/time/period.ts';
import type { RuleCode } from '#domain/messages/rule-code.ts';
import { reject, warn, type RuleParams, type Told } from './finding.ts';
import type { IndicatorRef, Reference, UnitRef } from './reference.ts';

export type CellLink = { unit?: UnitRef; indicator?: IndicatorRef; period?: Period };
export type ToldOfRow = Told & { column: string | null };

/** One record in contract terms while it is checked. One object serves a whole file: copy what must last. */
export class Row {
  values: Record<string, string | null> = {};
  links: Record<string, CellLink | undefined> = {};
  told: ToldOfRow[] = [];
  /** Contract columns that the file has. */
  present: ReadonlySet<string> = new Set();

  /** `settings` are the mapping's, for the dataset's rules: weights of an index per year. */
  constructor(
    readonly reference: Reference,
    readonly settings: Readonly<Record<string, unknown>> = {},
  ) {}

  text(column: string): string | null {
    return this.values[column] ?? null;
  }

  /** For comparisons; exact. */
  number(column: string): Decimal | null {
    const value = this.values[column];
    return value == null ? null : new Decimal(value);
  }

  unit(column = 'unit_code'): UnitRef | null {
    return this.links[column]?.unit ?? null;
  }

  indicator(column = 'indicator_code'): IndicatorRef | null {
    return this.links[column]?.indicator ?? null;
  }

  period(column = 'period'): Period | null {
    return this.links[column]?.period ?? null;
  }

  reject(rule: RuleCode, column: string | null, params: RuleParams = {}): void {
    this.told.push({ ...reject(rule, params), column });
  }

  warn(rule: RuleCode, column: string | null, params: RuleParams = {}): void {
    this.told.push({ ...warn(rule, params), column });
  }

  get isRejected(): boolean {
    return this.told.some(({ severity }) => severity === 'rejection');
  }
}
