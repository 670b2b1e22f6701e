import { z } from 'zod';
import { mayDo } from '#domain/hierarchy/roles.ts';
import { translator } from '#domain/messages/translate.ts';
import { toNormalForm } from '#domain/text/normal-form.ts';
import { bangkokDateOf } from '#domain/time/fiscal-calendar.ts';
import type { Tx } from '#db/connect.ts';
import { getOfficeHolders, type OfficeHolder } from '#db/reads/office-holders.ts';
import type { Viewer } from '../access/viewer.ts';
import { panel } from '../access/viewer.server.ts';
import type { PeopleView, PersonRow } from './people-view.ts';

const pageSize = 50;

export const peopleParameters = z.object({
  q: z.string().max(100).default(''),
  page: z.coerce.number().int().min(1).max(1_000).default(1),
});
export type PeopleParameters = z.output<typeof peopleParameters>;

/** Reads what is asked for from a URL; nonsense counts as not given. */
export function toPeopleParameters(url: URL): PeopleParameters {
  const given = { q: url.searchParams.get('q')?.slice(0, 100), page: url.searchParams.get('page') ?? undefined };
  const page = peopleParameters.shape.page.safeParse(given.page);
  return { q: given.q ?? '', page: page.success ? page.data : 1 };
}

/** Who holds which office, in what capacity, from when to when, and when they last signed in; for administrators. */
export async function getPeopleView(tx: Tx, viewer: Viewer, { q, page }: PeopleParameters): Promise<PeopleView> {
  if (!mayDo(viewer.actsAs, 'administer')) throw new Response(null, { status: 403 });
  const search = toNormalForm(q.replace(/\p{Cc}/gu, ' ')).trim();
  const about = { on: bangkokDateOf(viewer.now), text: search || null, limit: pageSize, language: viewer.language };
  return {
    title: translator(viewer.language)('nav.people'),
    search,
    page,
    found: await panel(tx, 'found', async (inner) => {
      const holders = await getOfficeHolders(inner, { ...about, offset: (page - 1) * pageSize });
      const count = holders[0]?.total ?? 0;
      const rows = holders.map((holder) => toRow(holder, viewer.language === 'th'));
      return { rows, count, pages: Math.max(page, 1, Math.ceil(count / pageSize)) };
    }),
  };
}

function toRow(holder: OfficeHolder, isThai: boolean): PersonRow {
  const { positionCode, position, unitName, login, capacity, fromOn, toOn, lastSignIn, disabledAt } = holder;
  return {
    key: `${positionCode}:${holder.personId}:${capacity}:${fromOn}`,
    ...{ positionCode, position, unitName, login, capacity, fromOn, toOn, lastSignIn },
    name: isThai ? `${holder.titleTh ?? ''}${holder.nameTh}` : holder.nameEn,
    isDisabled: disabledAt !== null,
  };
}
