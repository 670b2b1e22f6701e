import type { failures } from './th/failures.ts';
import type { rules } from './th/rules.ts';

/** Every rule that a load can tell of a record; the sentence stands under `rules.<code>`. */
export type RuleCode = keyof typeof rules;

/** Rules that speak of a whole column of a sheet. They explain what is then said of its records, so readers get them first. */
export const columnRules: readonly RuleCode[] = ['column_unread_near', 'column_unread', 'column_unnamed'];

/** Every reason for which a load can be refused or fail whole; the sentence stands under `failures.<code>`. */
export type FailureCode = keyof typeof failures;
