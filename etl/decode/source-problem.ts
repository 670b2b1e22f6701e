/** The closed list of words for "why nothing could be loaded"; each has a sentence in the messages. */
export const FAILURES = [
  'unreachable',
  'timed_out',
  'http_error',
  'refused_by_sender',
  'too_large',
  'malformed',
  'truncated',
  'empty',
  'wrong_encoding',
  'ambiguous_encoding',
  'wrong_header',
  'duplicate_header',
  'wrong_sheet',
  'wrong_format',
  'locked_file',
  'schema_mismatch',
  'too_many_rejections',
  'wrong_file_name',
  'unknown_feed',
  'missing_file',
  'interrupted',
] as const;
export type Failure = (typeof FAILURES)[number];

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
