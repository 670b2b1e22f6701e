import { SourceProblem } from '../decode/source-problem.ts';

/** Low-level faults of a request → one word that a person can act on. */
export function toProblem(error: unknown, url: URL, timeoutMs: number): SourceProblem {
  if (error instanceof SourceProblem) return error;
  const { host } = url;
  const names = [error, (error as Error)?.cause]
    .map((one) => `${(one as Error)?.name ?? ''} ${(one as { code?: string })?.code ?? ''}`)
    .join(' ');
  if (/TimeoutError|AbortError|UND_ERR_(HEADERS|BODY|CONNECT)_TIMEOUT/.test(names))
    return new SourceProblem('timed_out', { host, seconds: timeoutMs / 1000 }, { cause: error });
  if (/UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH|ECONNRESET|UND_ERR_ABORTED/.test(names))
    return new SourceProblem('truncated', { host }, { cause: error });
  return new SourceProblem('unreachable', { host }, { cause: error });
}

export function statusProblem(status: number, url: URL): SourceProblem {
  return new SourceProblem(status === 401 || status === 403 ? 'refused_by_sender' : 'http_error', {
    host: url.host,
    status,
  });
}

/** Worth another try: nobody answered, too busy, or a fault on the other side; not a refusal, which stays one. */
export function mayPass(problem: SourceProblem): boolean {
  const { failure, params } = problem;
  if (failure === 'http_error')
    return Number(params.status) === 429 || Number(params.status) === 408 || Number(params.status) >= 500;
  return failure === 'timed_out' || failure === 'unreachable' || failure === 'truncated';
}
