import { open } from 'node:fs/promises';
import { SourceProblem } from '../decode/source-problem.ts';
import { statusProblem, toProblem } from './http-failures.ts';

export type PageRequest = {
  url: URL;
  token?: string;
  etag?: string;
  timeoutMs: number;
  maxBytes: number;
  saveAs: string;
};
export type FetchedPage = {
  isUnchanged: boolean;
  etag: string | null;
  contentType: string;
  link: string | null;
  retryAfterMs: number | null;
  bytes: number;
};

/** One GET into a file. The limit of time spans headers and body; that of size holds whatever the headers promise. */
export async function fetchPage({ url, token, etag, timeoutMs, maxBytes, saveAs }: PageRequest): Promise<FetchedPage> {
  try {
    const headers = {
      accept: 'application/json, text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(etag ? { 'if-none-match': etag } : {}),
    };
    const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    const page = describe(response);
    if (response.status === 304) return { ...page, isUnchanged: true };
    if (!response.ok) throw Object.assign(statusProblem(response.status, url), { retryAfterMs: page.retryAfterMs });
    const promised = Number(response.headers.get('content-length') ?? 0);
    if (promised > maxBytes) throw new SourceProblem('too_large', { limit: maxBytes });
    const bytes = await save(response, saveAs, maxBytes);
    const isEncoded = response.headers.has('content-encoding');
    if (!isEncoded && promised > 0 && bytes < promised) throw new SourceProblem('truncated', { host: url.host });
    return { ...page, bytes };
  } catch (error) {
    throw toProblem(error, url, timeoutMs);
  }
}

function describe(response: Response): FetchedPage {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    isUnchanged: false,
    etag: response.headers.get('etag'),
    contentType: response.headers.get('content-type') ?? '',
    link: response.headers.get('link'),
    retryAfterMs: Number.isFinite(seconds) ? seconds * 1_000 : null,
    bytes: 0,
  };
}

async function save(response: Response, path: string, maxBytes: number): Promise<number> {
  const file = await open(path, 'w', 0o600);
  let bytes = 0;
  try {
    for await (const piece of response.body ?? []) {
      bytes += piece.length;
      if (bytes > maxBytes) throw new SourceProblem('too_large', { limit: maxBytes });
      await file.write(piece);
    }
  } finally {
    await file.close();
  }
  return bytes;
}
