import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { withViewer } from '#app/access/viewer.server.ts';
import { pageMeta } from '#app/components/page-meta.ts';
import { TacticalPage } from '#app/dashboards/tactical/tactical-page.tsx';
import { toTacticalQuery } from '#app/dashboards/tactical/tactical-query.ts';
import { getTacticalView } from '#app/dashboards/tactical/tactical.server.ts';
import { toScope } from '#app/filters/scope.ts';

export const meta = pageMeta;
export { PageErrorBoundary as ErrorBoundary } from '#app/components/error-boundary.tsx';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const parameters = { ...toScope(url), ...toTacticalQuery(url), sheet: url.searchParams.get('sheet') };
  return withViewer(request, context, (tx, viewer) => getTacticalView(tx, viewer, parameters));
}

export default function Route() {
  return <TacticalPage view={useLoaderData<typeof loader>()} />;
}
