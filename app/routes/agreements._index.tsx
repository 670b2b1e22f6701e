import { useLoaderData } from '@remix-run/react';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { withViewer } from '#app/access/viewer.server.ts';
import { agreementListFilter, getAgreementListView } from '#app/agreements/agreement-list.server.ts';
import { AgreementListPage } from '#app/agreements/agreement-list-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { toScope } from '#app/filters/scope.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const parameters = { ...toScope(url), ...agreementListFilter.parse(Object.fromEntries(url.searchParams)) };
  return withViewer(request, context, (tx, viewer) => getAgreementListView(tx, viewer, parameters));
}

export const meta = pageMeta;
export { PageErrorBoundary as ErrorBoundary } from '#app/components/error-boundary.tsx';

export default function AgreementsRoute() {
  return <AgreementListPage view={useLoaderData<typeof loader>()} />;
}
