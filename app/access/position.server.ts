import { redirect, type AppLoadContext } from '@remix-run/node';
import { mayAppointAides } from '#domain/hierarchy/roles.ts';
import { bangkokDateOf } from '#domain/time/fiscal-calendar.ts';
import { parseDate } from '#domain/time/parse-date.ts';
import { translator } from '#domain/messages/translate.ts';
import type { Tx } from '#db/connect.ts';
import { appointAide, endAide, getOwnAides } from '#db/writes/aides.ts';
import { endSession, startSession } from '#db/writes/sessions.ts';
import { toLocalPath } from '../preferences/preferences.ts';
import { getChoices } from '#db/reads/positions.ts';
import { auditAct } from './audit.server.ts';
import { endedCookie, sessionCookie, tokenOf } from './session-cookie.server.ts';
import type { PositionView, RefusedAide } from './sign-in-view.ts';
import type { Viewer } from './viewer.ts';
import { panels } from './viewer.server.ts';
import { asViewer, requireWrite } from './write.server.ts';

/** The offices that the viewer may use today, to choose one of. */
export async function getPositionView(tx: Tx, viewer: Viewer, url: string): Promise<PositionView> {
  const today = bangkokDateOf(viewer.now);
  const choices = await getChoices(tx, viewer.personId, today);
  const isThai = viewer.language === 'th';
  const { aides } = await panels(tx, {
    aides: mayAppointAides(viewer.actsAs)
      ? async (inner) =>
          (await getOwnAides(inner, today)).map(({ id, titleTh, nameTh, nameEn, fromOn, toOn }) => ({
            ...{ id, fromOn, toOn },
            name: isThai ? `${titleTh ?? ''}${nameTh}` : nameEn,
          }))
      : null,
  });
  return {
    title: translator(viewer.language)('access.choosePosition'),
    returnTo: toLocalPath(new URL(url).searchParams.get('returnTo') ?? '/'),
    today,
    aides,
    choices: choices.map((choice) => ({
      value: `${choice.positionId}:${choice.aideGrantId ?? ''}`,
      position: isThai ? choice.titleTh : choice.titleEn,
      unit: isThai ? choice.unitNameTh : choice.unitNameEn,
      acting: choice.acting,
      isAide: choice.aideGrantId !== null,
      isCurrent: choice.positionId === viewer.positionId && (choice.aideGrantId !== null) === viewer.isAide,
    })),
  };
}

/** What the forms of the page ask for: another office, an aide for the one in use, or the end of an aide's days. */
export async function actOnPosition(request: Request, context: AppLoadContext): Promise<Response | RefusedAide> {
  const { viewer, form } = await requireWrite(request, context);
  switch (form.get('act')) {
    case 'appoint_aide':
      return appoint(request, context, form);
    case 'end_aide':
      return dismiss(request, context, form);
    default:
      return goOnIn(request, context, viewer, form);
  }
}

async function appoint(request: Request, context: AppLoadContext, form: FormData): Promise<Response | RefusedAide> {
  const field = (name: string) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, 100);
  const day = (name: string) => {
    const parsed = parseDate(field(name));
    return parsed.ok ? parsed.value : null;
  };
  const [login, from, to] = [field('login'), field('from'), field('to')];
  const refusal = await asViewer(request, context, (tx) =>
    appointAide(tx, { login, fromOn: day('from'), toOn: day('to'), at: context.clock.now() }),
  );
  return refusal === null ? redirect('/position', 303) : { refusal, login, from, to };
}

async function dismiss(request: Request, context: AppLoadContext, form: FormData): Promise<Response> {
  const [id] = /^\d{1,9}$/.exec(String(form.get('aide') ?? '')) ?? [];
  if (id === undefined) throw new Response(null, { status: 400 });
  const isEnded = await asViewer(request, context, (tx) => endAide(tx, { id: Number(id), at: context.clock.now() }));
  if (!isEnded) throw new Response(null, { status: 404 });
  return redirect('/position', 303);
}

/** Goes on in another office: under a new session that ends when the old one would have. */
async function goOnIn(request: Request, context: AppLoadContext, viewer: Viewer, form: FormData): Promise<Response> {
  const now = context.clock.now();
  const [, position, grant] = /^(\d{1,9}):(\d{0,9})$/.exec(String(form.get('holding') ?? '')) ?? [];
  if (position === undefined) throw new Response(null, { status: 400 });
  const holding = { positionId: Number(position), aideGrantId: grant ? Number(grant) : null };
  const expiresAt = new Date(viewer.expiresAt);
  const { personId } = viewer;
  const token = await context.web.begin(async (tx) => {
    const started = await startSession(tx, { personId, holding, kind: 'browser', now, expiresAt });
    if (!started) return null;
    await endSession(tx, tokenOf(request, context.env)!.token);
    const inOffice = { ...viewer, positionId: holding.positionId, isAide: holding.aideGrantId !== null };
    await auditAct(context, inOffice, { act: 'switch_position', subject: position }, tx);
    return started;
  });
  if (!token) {
    await auditAct(context, viewer, { act: 'switch_position', outcome: 'refused', subject: position });
    throw new Response(null, { status: 403 });
  }
  const seconds = (expiresAt.getTime() - now.getTime()) / 1_000;
  return redirect(toLocalPath(String(form.get('returnTo') ?? '/')), {
    headers: { 'Set-Cookie': sessionCookie(token, context.env, seconds) },
  });
}

export async function signOut(request: Request, context: AppLoadContext): Promise<Response> {
  const { viewer } = await requireWrite(request, context);
  await context.web.begin(async (tx) => {
    await endSession(tx, tokenOf(request, context.env)!.token);
    await auditAct(context, viewer, { act: 'sign_out' }, tx);
  });
  return redirect('/sign-in', { headers: { 'Set-Cookie': endedCookie(context.env), 'Clear-Site-Data': '"cache"' } });
}
