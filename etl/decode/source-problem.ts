import type { FailureCode } from '#domain/messages/rule-code.ts';

/** The closed list of words for "why nothing could be loaded"; each has a sentence in the messages. */
export type Failure = FailureCode;

export type FailureParams = Record<string, string | number>;

/** Stops a run whole. `failure` and `params` are stored and turned into a sentence when somebody reads them. */
export class SourceProblem extends Error {
  readonly failure: Failure;
  readonly params: FailureParams;

  constructor(failure: Failure, params: FailureParams = {}, options?: ErrorOptions) {
    super(failure, options);
    this.name = 'SourceProblem';
    this.failure = failure;
    this.params = params;
  }
}
