import { useLoaderData } from '@remix-run/react';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { withViewer } from '#app/access/viewer.server.ts';
import { agreementFilter, getAgreementView } from '#app/agreements/agreement.server.ts';
import { AgreementPage } from '#app/agreements/agreement-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { toScope } from '#app/filters/scope.ts';

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  if (!/^\d{1,9}$/.test(params.id ?? '')) throw new Response(null, { status: 404 });
  const url = new URL(request.url);
  const filter = agreementFilter.parse(Object.fromEntries(url.searchParams));
  const parameters = { ...toScope(url), ...filter, id: Number(params.id) };
  return withViewer(request, context, (tx, viewer) => getAgreementView(tx, viewer, parameters));
}

export const meta = pageMeta;
export { PageErrorBoundary as ErrorBoundary } from '#app/components/error-boundary.tsx';

export default function AgreementRoute() {
  return <AgreementPage view={useLoaderData<typeof loader>()} />;
}
