import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { withViewer } from '#app/access/viewer.server.ts';
import { pageMeta } from '#app/components/page-meta.ts';
import { toQueueParameters } from '#app/dashboards/operational/operational-parameters.ts';
import { OperationalPage } from '#app/dashboards/operational/operational-page.tsx';
import { getOperationalView } from '#app/dashboards/operational/operational.server.ts';
import { toScope } from '#app/filters/scope.ts';
import { LiveProvider } from '#app/live/live-provider.tsx';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const parameters = { ...toScope(url), ...toQueueParameters(url) };
  return withViewer(request, context, (tx, viewer) => getOperationalView(tx, viewer, parameters));
}

export const meta = pageMeta;
export const handle = { live: 'own' };
export { PageErrorBoundary as ErrorBoundary } from '#app/components/error-boundary.tsx';

export default function OperationalRoute() {
  return (
    <LiveProvider>
      <OperationalPage view={useLoaderData<typeof loader>()} />
    </LiveProvider>
  );
}
