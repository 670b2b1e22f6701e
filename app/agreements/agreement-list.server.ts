import { z } from 'zod';
import { panels } from '#app/access/viewer.server.ts';
import type { Viewer } from '#app/access/viewer.ts';
import { toFormat } from '#app/components/format.ts';
import { getPageScope } from '#app/filters/page-scope.server.ts';
import type { Scope } from '#app/filters/scope-type.ts';
import { getSheetView } from '#app/sheet/sheet-view.server.ts';
import { getAgreementCounts, getAgreements, getAgreementYears } from '#db/reads/agreements.ts';
import type { Tx } from '#db/connect.ts';
import { translator } from '#domain/messages/translate.ts';
import type { AgreementListView } from './agreement-view.ts';

export const agreementListFilter = z.object({
  type: z.enum(['PM_MIN', 'MIN_PS', 'PS_DG', 'PS_GOV', 'MIN_HEAD']).optional().catch(undefined),
  signed: z.enum(['yes', 'no']).optional().catch(undefined),
  page: z.coerce.number().int().positive().max(1000).optional().catch(undefined),
  sheet: z.string().max(300).optional().catch(undefined),
});

export type AgreementListParameters = Scope & z.output<typeof agreementListFilter>;

const PAGE_ROWS = 40;

/** Every agreement in a unit's subtree for a year, signed or not, with its score. */
export async function getAgreementListView(
  tx: Tx,
  viewer: Viewer,
  parameters: AgreementListParameters,
): Promise<AgreementListView> {
  const scope = await getPageScope(tx, viewer, parameters);
  const { unit, fiscalYear, round, asOf, language } = scope;
  const signed = parameters.signed === undefined ? undefined : parameters.signed === 'yes';
  const filter = { unitId: unit.id, fiscalYear, round, type: parameters.type, signed, asOf, language };
  const counts = await getAgreementCounts(tx, filter);
  const matching = signed === undefined ? counts.total : signed ? counts.signed : counts.unsigned;
  const pages = Math.max(1, Math.ceil(matching / PAGE_ROWS));
  const page = Math.min(parameters.page ?? 1, pages);
  const read = await panels(tx, {
    years: (inner) => getAgreementYears(inner, { unitId: unit.id, asOf }),
    agreements: (inner) => getAgreements(inner, { ...filter, limit: PAGE_ROWS, offset: (page - 1) * PAGE_ROWS }),
    sheet: (inner) => getSheetView(inner, viewer, { name: parameters.sheet ?? null, asOf }),
  });
  const year = toFormat(language, (text) => text).fiscalYear(fiscalYear);
  return {
    title: translator(language)('agreement.listTitle', { year }),
    unit: { code: unit.code, name: unit.name },
    fiscalYear,
    round,
    asOfOn: scope.day,
    publicationId: scope.publication?.id ?? null,
    filter: { type: parameters.type ?? null, signed: signed ?? null },
    counts,
    page,
    pages,
    ...read,
  };
}
