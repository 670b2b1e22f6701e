import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { SourceProblem } from '../decode/source-problem.ts';
import type { FetchedPage } from './fetch-page.ts';

const record = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
/** What a page of JSON looks like: a list of flat records, and where the next page is. */
const envelope = z.union([
  z.array(record),
  z.object({
    data: z.array(record),
    next: z.string().nullish(),
    next_cursor: z.union([z.string(), z.number()]).nullish(),
    page: z.int().positive().optional(),
    pages: z.int().nonnegative().optional(),
    offset: z.int().nonnegative().optional(),
    total: z.int().nonnegative().optional(),
  }),
]);

/**
 * Address of the page after this one, or null: by the Link header, or by `next`, `next_cursor`, `page` of `pages`,
 * `offset` of `total` in the body. Throws `schema_mismatch` for a body of another shape or an address elsewhere.
 */
export async function nextPage(page: FetchedPage, file: string, url: URL): Promise<URL | null> {
  const linked = /<([^>]+)>\s*;\s*rel="?next"?/.exec(page.link ?? '')?.[1];
  const next = page.contentType.includes('json') ? nextInBody(await readFile(file, 'utf8'), url) : null;
  const target = linked !== undefined ? new URL(linked, url) : next;
  // The key goes with the request: it must not be led to another host.
  if (target && target.origin !== url.origin)
    throw new SourceProblem('schema_mismatch', { host: url.host, detail: target.origin });
  return target;
}

function nextInBody(text: string, url: URL): URL | null {
  const body = parse(text, url);
  if (Array.isArray(body)) return null;
  if (body.next) return new URL(body.next, url);
  if (body.next_cursor !== undefined && body.next_cursor !== null) return withParam(url, 'cursor', body.next_cursor);
  if (body.page !== undefined && body.pages !== undefined)
    return body.page < body.pages ? withParam(url, 'page', body.page + 1) : null;
  if (body.offset === undefined || body.total === undefined || body.data.length === 0) return null;
  const after = body.offset + body.data.length;
  return after < body.total ? withParam(url, 'offset', after) : null;
}

function parse(text: string, url: URL): z.infer<typeof envelope> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new SourceProblem('malformed', { part: 'JSON' }, { cause: error });
  }
  const parsed = envelope.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new SourceProblem('schema_mismatch', {
    host: url.host,
    detail: parsed.error.issues[0]?.path.join('.') || 'data',
  });
}

function withParam(url: URL, name: string, value: string | number): URL {
  const next = new URL(url);
  next.searchParams.set(name, String(value));
  return next;
}
