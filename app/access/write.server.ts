import type { AppLoadContext } from '@remix-run/node';
import type { Tx } from '#db/connect.ts';
import { auditAct } from './audit.server.ts';
import { isCsrfToken } from './csrf.server.ts';
import { enterToWrite } from './enter.server.ts';
import { NoSession, toRefusal } from './no-session.server.ts';
import { tokenOf } from './session-cookie.server.ts';
import type { Viewer } from './viewer.ts';
import { withViewer } from './viewer.server.ts';

/**
 * The viewer and the form of a write from one of our own pages. The token stands in the field `csrf`, or in the header
 * X-CSRF-Token where the body is no form (then the body is left unread and the form is empty). Throws 401 or 403.
 */
export async function requireWrite(
  request: Request,
  context: AppLoadContext,
): Promise<{ viewer: Viewer; form: FormData }> {
  const session = tokenOf(request, context.env);
  if (session?.kind !== 'browser') throw new Response(null, { status: 401 });
  const viewer = await withViewer(request, context, (_tx, found) => Promise.resolve(found));
  const header = request.headers.get('X-CSRF-Token');
  const form = header === null ? await readForm(request) : new FormData();
  if (!isCsrfToken(header ?? String(form.get('csrf') ?? ''), session.token, context.sessionSecret)) {
    const { pathname } = new URL(request.url);
    await auditAct(context, viewer, {
      act: 'write',
      outcome: 'refused',
      subject: pathname,
      detail: { reason: 'csrf' },
    });
    throw new Response(null, { status: 403 });
  }
  return { viewer, form };
}

/** One transaction as the viewer in which an action writes what the database lets this viewer write. After requireWrite. */
export async function asViewer<T>(
  request: Request,
  context: AppLoadContext,
  write: (tx: Tx, viewer: Viewer) => Promise<T>,
): Promise<T> {
  const session = tokenOf(request, context.env);
  if (!session) throw toRefusal(request);
  return enterToWrite(request, context, session, write).catch((error: unknown) => {
    throw error instanceof NoSession ? toRefusal(request) : error;
  });
}

async function readForm(request: Request): Promise<FormData> {
  return request.formData().catch(() => {
    throw new Response(null, { status: 400 });
  });
}
