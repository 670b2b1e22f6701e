import { useLoaderData } from '@remix-run/react';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { withViewer } from '#app/access/viewer.server.ts';
import { pageMeta } from '#app/components/page-meta.ts';
import { toScope } from '#app/filters/scope.ts';
import { getIndicatorView } from '#app/indicators/indicator.server.ts';
import { IndicatorPage } from '#app/indicators/indicator-page.tsx';

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const parameters = { ...toScope(url), code: params.code ?? '', sheet: url.searchParams.get('sheet') };
  return withViewer(request, context, (tx, viewer) => getIndicatorView(tx, viewer, parameters));
}

export const meta = pageMeta;
export { PageErrorBoundary as ErrorBoundary } from '#app/components/error-boundary.tsx';

export default function IndicatorRoute() {
  return <IndicatorPage view={useLoaderData<typeof loader>()} />;
}
