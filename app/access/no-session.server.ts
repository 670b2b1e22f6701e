import { json, redirect } from '@remix-run/node';
import { isApi } from './session-cookie.server.ts';

/** Nobody is signed in, or no longer. */
export class NoSession extends Error {}

/** What someone who is not signed in gets: a page leads to the sign-in and back, a program gets 401. */
export function toRefusal(request: Request): Response {
  if (isApi(request) || request.method !== 'GET') return json(null, { status: 401 });
  const { pathname, search } = new URL(request.url);
  const returnTo = pathname === '/' ? '' : `?${new URLSearchParams({ returnTo: pathname + search })}`;
  return redirect(`/sign-in${returnTo}`);
}
