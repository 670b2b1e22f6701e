import { z } from 'zod';
import { mayDo } from '#domain/hierarchy/roles.ts';
import { translator } from '#domain/messages/translate.ts';
import { bangkokDateOf, isIsoDate } from '#domain/time/fiscal-calendar.ts';
import { parseDate } from '#domain/time/parse-date.ts';
import type { Tx } from '#db/connect.ts';
import { getAuditActs, getAuditLog } from '#db/reads/audit-log.ts';
import type { AuditEntry } from '#db/reads/audit-log.ts';
import type { Viewer } from '../access/viewer.ts';
import { panels } from '../access/viewer.server.ts';
import type { AuditRow, AuditView } from './audit-view.ts';

const pageSize = 50;
const lastPage = 2_000;
const day = z.string().refine(isIsoDate);

export const auditParameters = z.object({
  act: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional(),
  person: z.string().min(1).max(100).optional(),
  from: day.optional(),
  to: day.optional(),
  page: z.coerce.number().int().min(1).max(lastPage).default(1),
});
export type AuditParameters = z.output<typeof auditParameters>;

/** Reads the filter from a URL; what cannot be read counts as not given. Days may be written in either era, in words or digits. */
export function toAuditParameters(url: URL): AuditParameters {
  const given = [...url.searchParams].map(([key, value]): [string, string] => {
    const day = key === 'from' || key === 'to' ? parseDate(value) : null;
    return [key, day?.ok ? day.value : value];
  });
  const entries = given.filter(
    ([key, value]) =>
      key in auditParameters.shape && auditParameters.partial().safeParse({ [key]: value }).success && value !== '',
  );
  return auditParameters.parse(Object.fromEntries(entries));
}

/** What was done, by whom, from where and how it ended, newest first; for administrators. */
export async function getAuditView(tx: Tx, viewer: Viewer, parameters: AuditParameters): Promise<AuditView> {
  if (!mayDo(viewer.actsAs, 'administer')) throw new Response(null, { status: 403 });
  const { page, ...filter } = parameters;
  const { acts, found } = await panels(tx, {
    acts: getAuditActs,
    found: async (inner) => {
      const { entries, count } = await getAuditLog(inner, filter, { size: pageSize, number: page });
      const rows = entries.map((entry) => toRow(entry, viewer.language === 'th'));
      return { rows, count, pages: Math.min(lastPage, Math.max(1, Math.ceil(count / pageSize))) };
    },
  });
  return {
    title: translator(viewer.language)('audit.title'),
    today: bangkokDateOf(viewer.now),
    filter,
    acts,
    page,
    found,
  };
}

const actsOnRuns = ['load', 'pull', 'submit', 'accept', 'return', 'withdraw', 'download'];

function toRow(entry: AuditEntry, isThai: boolean): AuditRow {
  const { id, at, act, onBehalf, subject, outcome, address } = entry;
  return {
    ...{ id, at, act, onBehalf, subject, outcome, address },
    person: isThai ? entry.personTh : entry.personEn,
    position: isThai ? entry.positionTh : entry.positionEn,
    href: actsOnRuns.includes(act) && subject ? `/runs/${subject}` : null,
    detail: Object.entries(entry.detail).map(([name, value]) => ({
      name,
      value: typeof value === 'string' ? value : JSON.stringify(value),
    })),
  };
}
