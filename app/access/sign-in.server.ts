import { json, redirect, type AppLoadContext } from '@remix-run/node';
import { bangkokDateOf } from '#domain/time/fiscal-calendar.ts';
import type { Sql, Tx } from '#db/connect.ts';
import { audit } from '#db/writes/audit.ts';
import { isPassword } from '#db/writes/password.ts';
import {
  browserSessionMs,
  countFailedSignIn,
  endSession,
  findSignIn,
  getHoldings,
  getSignInDelay,
  hasPeople,
  startSession,
} from '#db/writes/sessions.ts';
import { toLocalPath, toPreferences } from '../preferences/preferences.ts';
import { translator } from '#domain/messages/translate.ts';
import { sessionCookie, tokenOf } from './session-cookie.server.ts';
import type { SignInFault, SignInView } from './sign-in-view.ts';

export async function getSignInView(request: Request, context: AppLoadContext): Promise<SignInView> {
  const { language } = toPreferences(request.headers.get('Cookie'));
  return {
    title: translator(language)('access.signIn'),
    returnTo: toLocalPath(new URL(request.url).searchParams.get('returnTo') ?? '/'),
    isDemonstration: context.env.demo,
    isNew: !(await hasPeople(context.web)),
  };
}

/** Checks login and password and starts a session; a fault otherwise, the same for a wrong password and an unknown login. */
export async function signIn(request: Request, context: AppLoadContext): Promise<Response> {
  const form = await request.formData();
  const login = String(form.get('login') ?? '')
    .trim()
    .toLowerCase()
    .slice(0, 200);
  const password = String(form.get('password') ?? '').slice(0, 1_000);
  const returnTo = toLocalPath(String(form.get('returnTo') ?? '/'));
  // One try of a login at a time: a hundred at once would all be checked before the first failure counts.
  return inTurn(login, () => trySignIn(request, context, { login, password, returnTo }));
}

async function trySignIn(
  request: Request,
  context: AppLoadContext,
  { login, password, returnTo }: { login: string; password: string; returnTo: string },
): Promise<Response> {
  const { web, clientAddress: address } = context;
  const now = context.clock.now();
  const refuse = async (
    sql: Sql | Tx,
    fault: SignInFault,
    status: number,
    personId?: number,
    headers: Record<string, string> = {},
  ) => {
    await audit(sql, {
      at: now,
      act: 'sign_in',
      outcome: 'refused',
      personId: personId ?? null,
      subject: login,
      detail: { reason: fault.code },
      address,
    });
    return json({ fault }, { status, headers });
  };
  const allowedAt = await getSignInDelay(web, login, address, now);
  if (allowedAt) {
    const seconds = Math.ceil((allowedAt.getTime() - now.getTime()) / 1_000);
    return refuse(web, { code: 'wait', seconds }, 429, undefined, { 'Retry-After': String(seconds) });
  }
  const candidate = await findSignIn(web, login);
  const hash = candidate?.isDemonstration && !context.env.demo ? null : (candidate?.passwordHash ?? null);
  if (!(await isPassword(hash, password)) || !candidate)
    return web.begin(async (tx) => {
      await countFailedSignIn(tx, login, address, now);
      return refuse(tx, { code: 'wrong' }, 401, candidate?.personId);
    });
  const { personId } = candidate;
  const holdings = await getHoldings(web, personId, bangkokDateOf(now));
  const holding = holdings[0];
  if (!holding) return refuse(web, { code: 'noPosition' }, 403, personId);
  const expiresAt = new Date(now.getTime() + browserSessionMs);
  const token = await web.begin(async (tx) => {
    const started = await startSession(tx, { personId, holding, kind: 'browser', now, expiresAt });
    if (!started) return null;
    // Whoever used this browser before is signed out by it.
    const before = tokenOf(request, context.env);
    if (before) await endSession(tx, before.token);
    await audit(tx, {
      at: now,
      act: 'sign_in',
      outcome: 'done',
      personId,
      positionId: holding.positionId,
      onBehalf: holding.aideGrantId !== null,
      subject: login,
      address,
    });
    return started;
  });
  if (!token) return refuse(web, { code: 'noPosition' }, 403, personId);
  const next = holdings.length > 1 ? `/position?${new URLSearchParams({ returnTo })}` : returnTo;
  return redirect(next, { headers: { 'Set-Cookie': sessionCookie(token, context.env, browserSessionMs / 1_000) } });
}

const turns = new Map<string, Promise<unknown>>();

async function inTurn<T>(key: string, act: () => Promise<T>): Promise<T> {
  const before = turns.get(key) ?? Promise.resolve();
  const turn = before.then(act, act);
  turns.set(key, turn);
  try {
    return await turn;
  } finally {
    if (turns.get(key) === turn) turns.delete(key);
  }
}
