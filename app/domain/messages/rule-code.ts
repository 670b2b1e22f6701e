import type { failures } from './th/failures.ts';
import type { rules } from './th/rules.ts';

/** Every rule that a load can tell of a record; the sentence stands under `rules.<code>`. */
export type RuleCode = keyof typeof rules;

/** Every reason for which a load can be refused or fail whole; the sentence stands under `failures.<code>`. */
export type FailureCode = keyof typeof failures;
