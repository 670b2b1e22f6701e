import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { withViewer } from '#app/access/viewer.server.ts';
import { pageMeta } from '#app/components/page-meta.ts';
import { toScope } from '#app/filters/scope.ts';
import { toProjectQuery } from '#app/projects/project-query.ts';
import { ProjectsPage } from '#app/projects/projects-page.tsx';
import { getProjectsView } from '#app/projects/projects.server.ts';

export const meta = pageMeta;
export { PageErrorBoundary as ErrorBoundary } from '#app/components/error-boundary.tsx';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const parameters = { ...toScope(url), ...toProjectQuery(url), sheet: url.searchParams.get('sheet') };
  return withViewer(request, context, (tx, viewer) => getProjectsView(tx, viewer, parameters));
}

export default function Route() {
  return <ProjectsPage view={useLoaderData<typeof loader>()} />;
}
