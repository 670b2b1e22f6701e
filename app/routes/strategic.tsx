import { useLoaderData } from '@remix-run/react';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { withViewer } from '#app/access/viewer.server.ts';
import { pageMeta } from '#app/components/page-meta.ts';
import { getStrategicView } from '#app/dashboards/strategic/strategic.server.ts';
import { StrategicPage } from '#app/dashboards/strategic/strategic-page.tsx';
import { toScope } from '#app/filters/scope.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const parameters = { ...toScope(url), sheet: url.searchParams.get('sheet') };
  return withViewer(request, context, (tx, viewer) => getStrategicView(tx, viewer, parameters));
}

export const meta = pageMeta;
export { PageErrorBoundary as ErrorBoundary } from '#app/components/error-boundary.tsx';

export default function StrategicRoute() {
  return <StrategicPage view={useLoaderData<typeof loader>()} />;
}
