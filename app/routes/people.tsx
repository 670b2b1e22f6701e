import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { withViewer } from '#app/access/viewer.server.ts';
import { pageMeta } from '#app/components/page-meta.ts';
import { PeoplePage } from '#app/people/people-page.tsx';
import { getPeopleView, toPeopleParameters } from '#app/people/people.server.ts';

export const meta = pageMeta;
export { PageErrorBoundary as ErrorBoundary } from '#app/components/error-boundary.tsx';

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  withViewer(request, context, (tx, viewer) => getPeopleView(tx, viewer, toPeopleParameters(new URL(request.url))));

export default function Route() {
  return <PeoplePage view={useLoaderData<typeof loader>()} />;
}
