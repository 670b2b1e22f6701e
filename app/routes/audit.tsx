import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { withViewer } from '#app/access/viewer.server.ts';
import { getAuditView, toAuditParameters } from '#app/audit/audit.server.ts';
import { AuditPage } from '#app/audit/audit-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';

export const meta = pageMeta;
export { PageErrorBoundary as ErrorBoundary } from '#app/components/error-boundary.tsx';

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  withViewer(request, context, (tx, viewer) => getAuditView(tx, viewer, toAuditParameters(new URL(request.url))));

export default function Route() {
  return <AuditPage view={useLoaderData<typeof loader>()} />;
}
