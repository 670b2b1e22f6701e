import { z } from 'zod';
import { getOperationalView } from '../dashboards/operational/operational.server.ts';
import { QUEUE_KINDS } from '../dashboards/operational/operational-view.ts';
import { getAuditView, auditParameters } from '../audit/audit.server.ts';
import { projectParameters, toFilledQuery } from '../projects/project-query.ts';
import { getProjectView } from '../projects/project.server.ts';
import { getProjectsView } from '../projects/projects.server.ts';
import { endpoint, type Endpoint } from './endpoint.server.ts';
import { codeParameters, scopeParameters } from './parameters.server.ts';

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
  endpoint({ path: '/audit', summary: 'audit.title', parameters: auditParameters, get: getAuditView }),
];
