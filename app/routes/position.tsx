import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { actOnPosition, getPositionView } from '#app/access/position.server.ts';
import { PositionPage } from '#app/access/position-page.tsx';
import { withViewer } from '#app/access/viewer.server.ts';
import { pageMeta } from '#app/components/page-meta.ts';

export const meta = pageMeta;
export { PageErrorBoundary as ErrorBoundary } from '#app/components/error-boundary.tsx';

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  withViewer(request, context, (tx, viewer) => getPositionView(tx, viewer, request.url));
export const action = ({ request, context }: ActionFunctionArgs) => actOnPosition(request, context);

export default function Route() {
  return <PositionPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />;
}
