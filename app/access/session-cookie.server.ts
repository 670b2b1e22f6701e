import type { Env } from '../env.server.ts';

type Site = Pick<Env, 'publicUrl'>;

/** The session's token of a request, and whether a program sent it. A request that names a bearer token is never read by its cookie. */
export function tokenOf(request: Request, env: Site): { token: string; kind: 'browser' | 'token' } | null {
  const [isBearer, bearer] = /^Bearer\s+(.*)$/i.exec(request.headers.get('Authorization') ?? '') ?? [];
  if (isBearer) return isApi(request) && /^[\w-]{20,200}$/.test(bearer!) ? { token: bearer!, kind: 'token' } : null;
  const token = new RegExp(`(?:^|;\\s*)${cookieName(env)}=([\\w-]{20,200})(?:;|$)`).exec(
    request.headers.get('Cookie') ?? '',
  )?.[1];
  return token ? { token, kind: 'browser' } : null;
}

/** Programs and event streams: they get 401 where a page leads to the sign-in, and do not keep a session alive. */
export function isApi(request: Request): boolean {
  return /^\/(?:api|live)(?:\/|$)/.test(new URL(request.url).pathname);
}

export function sessionCookie(token: string, env: Site, maxAgeSeconds: number): string {
  const secure = isSecure(env) ? '; Secure' : '';
  return `${cookieName(env)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${Math.max(0, Math.floor(maxAgeSeconds))}${secure}`;
}

export function endedCookie(env: Site): string {
  return sessionCookie('', env, 0);
}

/** The prefix makes browsers refuse the cookie from any other host or over plain HTTP. */
function cookieName(env: Site): string {
  return isSecure(env) ? '__Host-session' : 'session';
}

const isSecure = (env: Site): boolean => env.publicUrl?.startsWith('https:') ?? false;
