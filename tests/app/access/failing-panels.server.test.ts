import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '#app/access/viewer.ts';
import { withViewer } from '#app/access/viewer.server.ts';
import { getAgreementListView } from '#app/agreements/agreement-list.server.ts';
import { getAgreementView } from '#app/agreements/agreement.server.ts';
import { getAuditView } from '#app/audit/audit.server.ts';
import { getStrategicView } from '#app/dashboards/strategic/strategic.server.ts';
import { getTacticalView } from '#app/dashboards/tactical/tactical.server.ts';
import { toTacticalQuery } from '#app/dashboards/tactical/tactical-query.ts';
import { getFeedView } from '#app/feeds/feed.server.ts';
import { getFeedsView } from '#app/feeds/feeds.server.ts';
import { getIndicatorView } from '#app/indicators/indicator.server.ts';
import { getPeopleView } from '#app/people/people.server.ts';
import { toProjectQuery } from '#app/projects/project-query.ts';
import { getProjectsView } from '#app/projects/projects.server.ts';
import { getFrame } from '#app/shell/shell.server.ts';
import { getUnitView } from '#app/units/unit.server.ts';
import { sheetName } from '#app/sheet/sheet-name.ts';
import type { Tx } from '#db/connect.ts';
import { buildPromisedMinistry } from '#tests/build/promised-ministry.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { withFailing } from '#tests/setup/failing-statement.ts';
import { addHolder, get, makeContext, startTestSession } from '#tests/setup/visitor.ts';

const database = useDatabase();
const tokens: Record<string, string> = {};
const logins = ['minister-03000', 'ps-03000', 'cio-03000', 'dg-03003', 'officer-03003', 'admin'];
let agreementId = 0;

beforeAll(async () => {
  for (const login of logins) tokens[login] = await startTestSession(database, await addHolder(database, login, login));
  await buildPromisedMinistry(database);
  const [one] = await database.owner<{ id: number }[]>`select min(agreement_id)::int as id from agreement`;
  agreementId = one!.id;
});

type Page = (tx: Tx, viewer: Viewer) => Promise<object>;
type Fails = (text: string, values: readonly unknown[]) => boolean;

const tactical = toTacticalQuery(new URL('http://here/tactical'));
const reads = (table: string) => (text: string) => text.includes(table);
const isOfTypes =
  (type: string): Fails =>
  (_text, values) =>
    values.some((value) => Array.isArray(value) && value.length === 1 && value[0] === type);
const isOfOneProject: Fails = (text, values) => text.includes('from project') && values.includes(1);

const frameAt =
  (path: string): Page =>
  (tx, viewer) =>
    getFrame(tx, viewer, new URL(path, 'http://here'));
const projectsAt =
  (query: string): Page =>
  (tx, viewer) =>
    getProjectsView(tx, viewer, toProjectQuery(new URL(`http://here/projects${query}`)));

describe('a page of which one part cannot be read', () => {
  test.each<[string, string, string, Fails, Page]>([
    [
      'a minister’s other agreement',
      'minister-03000',
      'counterpart',
      isOfTypes('MIN_PS'),
      (tx, viewer) => getStrategicView(tx, viewer, {}),
    ],
    [
      'the running year',
      'minister-03000',
      'running',
      reads('review_round where ends_on >='),
      (tx, viewer) => getStrategicView(tx, viewer, {}),
    ],
    [
      'the rounds to compare with',
      'minister-03000',
      'options',
      reads('from review_round r\n     where exists'),
      (tx, viewer) => getTacticalView(tx, viewer, { ...tactical, sheet: 'compare' }),
    ],
    [
      'the choices of the filters',
      'cio-03000',
      'options',
      reads('from slice s'),
      (tx, viewer) =>
        getProjectsView(tx, viewer, { ...toProjectQuery(new URL('http://here/projects')), sheet: 'filters' }),
    ],
    [
      'a unit’s other names',
      'dg-03003',
      'names',
      reads('from org_unit_alias'),
      (tx, viewer) => getUnitView(tx, viewer, { code: '03003' }),
    ],
    [
      'a unit’s neighbours',
      'dg-03003',
      'sisters',
      reads('s.id <> u.id'),
      (tx, viewer) => getUnitView(tx, viewer, { code: '03003' }),
    ],
    [
      'who holds the offices',
      'ps-03000',
      'maker.holders recipient.holders',
      reads('from position_holder h'),
      (tx, viewer) => getAgreementView(tx, viewer, { id: agreementId }),
    ],
    [
      'the years of agreements',
      'ps-03000',
      'years',
      reads('distinct a.fiscal_year'),
      (tx, viewer) => getAgreementListView(tx, viewer, {}),
    ],
    [
      'files on their way',
      'officer-03003',
      'uploads',
      reads('from upload u'),
      (tx, viewer) => getFeedsView(tx, viewer, {}),
    ],
    [
      'what promises an indicator',
      'dg-03003',
      'promises',
      reads('k.target, k.plan_12 as plan'),
      (tx, viewer) => getIndicatorView(tx, viewer, { code: 'PERMITS' }),
    ],
    ['the latest project', 'cio-03000', 'slowest', isOfOneProject, projectsAt('?phase=4')],
    ['what the numbers are about', 'cio-03000', 'sliceName', reads('s.kind <> '), projectsAt('?system=BO01')],
    [
      'when a feed is due',
      'officer-03003',
      'next',
      reads('with owed as'),
      (tx, viewer) => getFeedView(tx, viewer, { code: 'reading-03003' }),
    ],
    [
      'what a feed brings',
      'officer-03003',
      'duties',
      reads('from reporting_duty'),
      (tx, viewer) => getFeedView(tx, viewer, { code: 'reading-03003' }),
    ],
    [
      'who holds which office',
      'admin',
      'found',
      reads('access.office_holders'),
      (tx, viewer) => getPeopleView(tx, viewer, { q: '', page: 1 }),
    ],
    [
      'what was done',
      'admin',
      'found',
      reads('order by l.at desc'),
      (tx, viewer) => getAuditView(tx, viewer, { page: 1 }),
    ],
    [
      'which acts there are',
      'admin',
      'acts',
      reads('with recursive acts'),
      (tx, viewer) => getAuditView(tx, viewer, { page: 1 }),
    ],
    ['a search', 'ps-03000', 'found', reads("select 'indicators' as kind"), frameAt('/strategic?sheet=find&q=กรม')],
    ['the units to pick', 'ps-03000', 'units', reads('valid_to is null'), frameAt('/strategic?sheet=units')],
    ['the rounds to pick', 'ps-03000', 'years', reads('array_position'), frameAt('/strategic?sheet=rounds')],
    [
      'the offices to act in',
      'ps-03000',
      'viewer.mayChangePosition',
      reads('access.holdings'),
      frameAt('/strategic?sheet=me'),
    ],
    [
      'the sheet of a number',
      'dg-03003',
      'sheet',
      reads('from other o join'),
      (tx, viewer) =>
        getIndicatorView(tx, viewer, { code: 'PERMITS', sheet: sheetName.figure('03003', 'PERMITS', 256900000) }),
    ],
  ])('says so of %s, and tells the rest', async (_what, login, part, fails, read) => {
    const context = makeContext(database);
    const shown = await withViewer(get('/', tokens[login]), context, (tx, viewer) =>
      read(withFailing(tx, fails), viewer),
    );
    expect(failedOf(shown).join(' ')).toBe(part);
    expect(context.errors).toHaveLength(1);
  });
});

/** Where a part of a view says that it could not be read. */
function failedOf(view: object, path = ''): string[] {
  return Object.entries(view).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null) return [];
    const here = path ? `${path}.${name}` : name;
    return 'ok' in value && value.ok === false ? [here] : failedOf(value, here);
  });
}
