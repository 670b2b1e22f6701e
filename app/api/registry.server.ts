import { z } from 'zod';
import { agreementFilter, getAgreementView } from '../agreements/agreement.server.ts';
import { agreementListFilter, getAgreementListView } from '../agreements/agreement-list.server.ts';
import { getFeedView } from '../feeds/feed.server.ts';
import { getFeedsView } from '../feeds/feeds.server.ts';
import { getRunView } from '../runs/run.server.ts';
import { getOperationalView } from '../dashboards/operational/operational.server.ts';
import { QUEUE_KINDS } from '../dashboards/operational/operational-view.ts';
import { getTacticalView } from '../dashboards/tactical/tactical.server.ts';
import { tacticalParameters, toFilledTacticalQuery } from '../dashboards/tactical/tactical-query.ts';
import { getAuditView, auditParameters } from '../audit/audit.server.ts';
import { getPeopleView, peopleParameters } from '../people/people.server.ts';
import { getStrategicView } from '../dashboards/strategic/strategic.server.ts';
import { getIndicatorView } from '../indicators/indicator.server.ts';
import { projectParameters, toFilledQuery } from '../projects/project-query.ts';
import { getProjectView } from '../projects/project.server.ts';
import { getProjectsView } from '../projects/projects.server.ts';
import { getUnitView } from '../units/unit.server.ts';
import { endpoint, type Endpoint } from './endpoint.server.ts';
import { codeParameters, scopeParameters } from './parameters.server.ts';

const sheetParameter = z
  .string()
  .max(300)
  .optional()
  .describe('Name of the sheet of a number, as in the page’s own address');

/** Everything below /api/v1. A page adds one entry, with the function that its loader calls. */
export const endpoints: Endpoint[] = [
  endpoint({
    path: '/me',
    summary: 'shell.me',
    parameters: z.object({}),
    get: (_tx, { csrfToken: _secret, ...viewer }) => Promise.resolve(viewer),
  }),
  endpoint({
    path: '/operational',
    summary: 'nav.operational',
    parameters: scopeParameters.extend({
      show: z.enum(QUEUE_KINDS).optional().describe('Only matters of this kind'),
      all: z.enum(['1']).optional().describe('1: the whole list'),
    }),
    get: (tx, viewer, { all, ...rest }) => getOperationalView(tx, viewer, { ...rest, all: all === '1' }),
  }),
  endpoint({
    path: '/tactical',
    summary: 'nav.tactical',
    parameters: scopeParameters.extend(tacticalParameters),
    get: (tx, viewer, { unit, fy, round, slice, asOf, ...query }) =>
      getTacticalView(tx, viewer, { unit, fy, round, slice, asOf, ...toFilledTacticalQuery(query) }),
  }),
  endpoint({
    path: '/projects',
    summary: 'nav.projects',
    parameters: scopeParameters.extend(projectParameters),
    get: (tx, viewer, { unit, fy, round, slice, asOf, ...query }) =>
      getProjectsView(tx, viewer, { unit, fy, round, slice, asOf, ...toFilledQuery(query) }),
  }),
  endpoint({
    path: '/projects/{code}',
    summary: 'projects.project',
    parameters: codeParameters,
    get: getProjectView,
  }),
  endpoint({ path: '/feeds', summary: 'nav.feeds', parameters: scopeParameters, get: getFeedsView }),
  endpoint({
    path: '/feeds/{code}',
    summary: 'runs.feed',
    parameters: z.object({
      code: z.string().min(1).max(100),
      page: z.coerce.number().int().min(1).max(100_000).optional(),
    }),
    get: (tx, viewer, { code, page }) => getFeedView(tx, viewer, { code, ...(page === undefined ? {} : { page }) }),
  }),
  endpoint({
    path: '/runs/{id}',
    summary: 'runs.about',
    parameters: z.object({
      id: z.coerce.number().int().min(1).max(2_147_483_647),
      rule: z
        .string()
        .regex(/^(rejection|warning):\w{1,60}$/)
        .optional(),
      page: z.coerce.number().int().min(1).max(100_000).optional(),
    }),
    get: (tx, viewer, { id, rule, page }) =>
      getRunView(tx, viewer, { id, ...(rule === undefined ? {} : { rule }), ...(page === undefined ? {} : { page }) }),
  }),
  endpoint({ path: '/people', summary: 'nav.people', parameters: peopleParameters, get: getPeopleView }),
  endpoint({ path: '/audit', summary: 'audit.title', parameters: auditParameters, get: getAuditView }),
  endpoint({
    path: '/strategic',
    summary: 'nav.strategic',
    parameters: scopeParameters.extend({ sheet: sheetParameter }),
    get: getStrategicView,
  }),
  endpoint({
    path: '/agreements',
    summary: 'nav.agreements',
    parameters: scopeParameters.extend(agreementListFilter.shape),
    get: getAgreementListView,
  }),
  endpoint({
    path: '/agreements/{id}',
    summary: 'numberSheet.seeAgreement',
    parameters: scopeParameters.extend({
      ...agreementFilter.shape,
      id: z.coerce.number().int().positive().max(2_147_483_647),
    }),
    get: getAgreementView,
  }),
  endpoint({
    path: '/units/{code}',
    summary: 'nav.units',
    parameters: codeParameters.omit({ unit: true }).extend({ sheet: sheetParameter }),
    get: getUnitView,
  }),
  endpoint({
    path: '/indicators/{code}',
    summary: 'nav.indicators',
    parameters: codeParameters.extend({ sheet: sheetParameter }),
    get: getIndicatorView,
  }),
];
