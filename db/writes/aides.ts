import type { Tx } from '../connect.ts';

export interface OwnAide {
  id: number;
  titleTh: string | null;
  nameTh: string;
  nameEn: string;
  fromOn: string;
  toOn: string;
}

/** Why the database does not appoint an aide; the sentence stands under `people`. */
export type AideRefusal =
  'not_a_principal' | 'aide_unknown' | 'aide_is_oneself' | 'aide_days_wrong' | 'aide_days_too_many' | 'aide_already';

/** The aides of the viewer's office whose days are not over. */
export function getOwnAides(tx: Tx, on: string): Promise<OwnAide[]> {
  return tx<OwnAide[]>`
    select id, title_th as "titleTh", name_th as "nameTh", name_en as "nameEn", from_on as "fromOn", to_on as "toOn" from access.own_aides(${on}::date)`;
}

/** Appoints an aide as the viewer of the transaction; null where nothing stands in the way. */
export async function appointAide(
  tx: Tx,
  { login, fromOn, toOn, at }: { login: string; fromOn: string | null; toOn: string | null; at: Date },
): Promise<AideRefusal | null> {
  const [row] = await tx<{ answer: { refusal?: AideRefusal } }[]>`
    select access.appoint_aide(${login}, ${fromOn}::date, ${toOn}::date, ${at}) as answer`;
  return row!.answer.refusal ?? null;
}

/** Ends an aide's days as the viewer of the transaction; false where the aide is not the viewer's. */
export async function endAide(tx: Tx, { id, at }: { id: number; at: Date }): Promise<boolean> {
  const [row] = await tx<{ done: boolean }[]>`select access.end_aide(${id}::int, ${at}) as done`;
  return row!.done;
}
