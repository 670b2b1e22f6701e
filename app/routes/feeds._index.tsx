import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { withViewer } from '#app/access/viewer.server.ts';
import { pageMeta } from '#app/components/page-meta.ts';
import { FeedsPage } from '#app/feeds/feeds-page.tsx';
import { getFeedsView } from '#app/feeds/feeds.server.ts';
import { toScope } from '#app/filters/scope.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const scope = toScope(new URL(request.url));
  return withViewer(request, context, (tx, viewer) => getFeedsView(tx, viewer, scope));
}

export const meta = pageMeta;
export const handle = { live: 'runs' };
export { PageErrorBoundary as ErrorBoundary } from '#app/components/error-boundary.tsx';

export default function FeedsRoute() {
  return <FeedsPage view={useLoaderData<typeof loader>()} />;
}
