import { z } from 'zod';
import { getAuditView, auditParameters } from '../audit/audit.server.ts';
import { endpoint, type Endpoint } from './endpoint.server.ts';

/** Everything below /api/v1. A page adds one entry, with the function that its loader calls. */
export const endpoints: Endpoint[] = [
  endpoint({
    path: '/me',
    summary: 'shell.me',
    parameters: z.object({}),
    get: (_tx, { csrfToken: _secret, ...viewer }) => Promise.resolve(viewer),
  }),
  endpoint({ path: '/audit', summary: 'audit.title', parameters: auditParameters, get: getAuditView }),
];
