import { json, type AppLoadContext } from '@remix-run/node';
import type { MessageKey } from '#domain/messages/words.ts';
import { translator } from '#domain/messages/translate.ts';
import { auditAct } from '../access/audit.server.ts';
import type { Viewer } from '../access/viewer.ts';
import { withViewer } from '../access/viewer.server.ts';
import type { Endpoint } from './endpoint.server.ts';
import { endpoints } from './registry.server.ts';

/** Answers one address below /api/v1: `{ publication, data }`, or a problem that says in both languages what is wrong. Never throws. */
export async function answer(request: Request, context: AppLoadContext): Promise<Response> {
  const url = new URL(request.url);
  if (request.method !== 'GET' && request.method !== 'HEAD') return problem(405, { Allow: 'GET, HEAD' });
  const found = findEndpoint(url.pathname.replace(/^\/api\/v1/, ''));
  if (!found) return problem(404);
  const given = { ...Object.fromEntries(url.searchParams), ...found.inPath };
  const parameters = found.endpoint.parameters.safeParse(given);
  if (!parameters.success) {
    const wrong = parameters.error.issues.map(({ path, message }) => ({ parameter: path.join('.'), message }));
    return problem(400, {}, { parameters: wrong });
  }
  try {
    const [viewer, data] = await withViewer(request, context, async (tx, who): Promise<[Viewer, unknown]> => [
      who,
      await found.endpoint.get(tx, who, parameters.data),
    ]);
    // A program carries numbers away; a page that refreshes itself only shows them.
    if (viewer.sessionKind === 'token')
      await auditAct(context, viewer, { act: 'export', subject: url.pathname + url.search });
    const headers = viewer.publication ? { 'X-Publication': String(viewer.publication.id) } : undefined;
    return json({ publication: viewer.publication, data }, headers ? { headers } : {});
  } catch (error) {
    if (error instanceof Response) return problem(error.status, {}, await nearestIn(error));
    context.logError(error);
    return problem(500);
  }
}

function findEndpoint(path: string): { endpoint: Endpoint; inPath: Record<string, string> } | null {
  for (const endpoint of endpoints) {
    const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    const match = new RegExp(`^${endpoint.path.replace(/\{\w+\}/g, '([^/]+)')}/?$`).exec(path);
    if (match)
      return { endpoint, inPath: Object.fromEntries(names.map((name, index) => [name, decode(match[index + 1]!)])) };
  }
  return null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

async function nearestIn(response: Response): Promise<Record<string, unknown>> {
  const body: unknown = await response.json().catch(() => null);
  return body && typeof body === 'object' && 'nearest' in body ? { nearest: body.nearest } : {};
}

const told = [400, 401, 403, 404, 409, 429, 500, 503] as const;

/** A problem as RFC 9457 has it, with the Thai sentence beside the English one. */
function problem(status: number, headers: Record<string, string> = {}, more: Record<string, unknown> = {}): Response {
  const near = told.find((one) => one === status) ?? (status < 500 ? 400 : 500);
  const say = (language: 'th' | 'en', part: 'title' | 'body') =>
    translator(language)(`fault.${part}${near}` satisfies MessageKey);
  return json(
    {
      type: 'about:blank',
      status,
      title: say('en', 'title'),
      detail: say('en', 'body'),
      titleTh: say('th', 'title'),
      detailTh: say('th', 'body'),
      ...more,
    },
    {
      status,
      headers: {
        'Content-Type': 'application/problem+json; charset=utf-8',
        ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
        ...headers,
      },
    },
  );
}
