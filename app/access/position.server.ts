import { redirect, type AppLoadContext } from '@remix-run/node';
import { bangkokDateOf } from '#domain/time/fiscal-calendar.ts';
import { translator } from '#domain/messages/translate.ts';
import type { Tx } from '#db/connect.ts';
import { endSession, startSession } from '#db/writes/sessions.ts';
import { toLocalPath } from '../preferences/preferences.ts';
import { getChoices } from '#db/reads/positions.ts';
import { auditAct } from './audit.server.ts';
import { endedCookie, sessionCookie, tokenOf } from './session-cookie.server.ts';
import type { PositionView } from './sign-in-view.ts';
import type { Viewer } from './viewer.ts';
import { requireWrite } from './write.server.ts';

/** The offices that the viewer may use today, to choose one of. */
export async function getPositionView(tx: Tx, viewer: Viewer, url: string): Promise<PositionView> {
  const choices = await getChoices(tx, viewer.personId, bangkokDateOf(viewer.now));
  const isThai = viewer.language === 'th';
  return {
    title: translator(viewer.language)('access.choosePosition'),
    returnTo: toLocalPath(new URL(url).searchParams.get('returnTo') ?? '/'),
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

/** Goes on in another office: under a new session that ends when the old one would have. */
export async function switchPosition(request: Request, context: AppLoadContext): Promise<Response> {
  const { viewer, form } = await requireWrite(request, context);
  const now = context.clock.now();
  const [, position, grant] = /^(\d{1,9}):(\d{0,9})$/.exec(String(form.get('holding') ?? '')) ?? [];
  if (position === undefined) throw new Response(null, { status: 400 });
  const holding = { positionId: Number(position), aideGrantId: grant ? Number(grant) : null };
  const expiresAt = new Date(viewer.expiresAt);
  const token = await startSession(context.web, {
    personId: viewer.personId,
    holding,
    kind: 'browser',
    now,
    expiresAt,
  });
  if (!token) {
    await auditAct(context, viewer, { act: 'switch_position', outcome: 'refused', subject: position });
    throw new Response(null, { status: 403 });
  }
  await endSession(context.web, tokenOf(request, context.env)!.token);
  await auditAct(
    context,
    { ...viewer, positionId: holding.positionId, isAide: holding.aideGrantId !== null },
    { act: 'switch_position', subject: position },
  );
  const seconds = (expiresAt.getTime() - now.getTime()) / 1_000;
  return redirect(toLocalPath(String(form.get('returnTo') ?? '/')), {
    headers: { 'Set-Cookie': sessionCookie(token, context.env, seconds) },
  });
}

export async function signOut(request: Request, context: AppLoadContext): Promise<Response> {
  const { viewer } = await requireWrite(request, context);
  await endSession(context.web, tokenOf(request, context.env)!.token);
  await auditAct(context, viewer, { act: 'sign_out' });
  return redirect('/sign-in', { headers: { 'Set-Cookie': endedCookie(context.env), 'Clear-Site-Data': '"cache"' } });
}
