import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { withViewer } from '#app/access/viewer.server.ts';
import { pageMeta } from '#app/components/page-meta.ts';
import { FeedPage } from '#app/feeds/feed-page.tsx';
import { getFeedView } from '#app/feeds/feed.server.ts';
import { toRunParameters } from '#app/runs/run-parameters.ts';

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { page = 1 } = toRunParameters(undefined, new URL(request.url));
  return withViewer(request, context, (tx, viewer) => getFeedView(tx, viewer, { code: params.code!, page }));
}

export const meta = pageMeta;
export const handle = { live: 'runs' };
export { PageErrorBoundary as ErrorBoundary } from '#app/components/error-boundary.tsx';

export default function FeedRoute() {
  return <FeedPage view={useLoaderData<typeof loader>()} />;
}
