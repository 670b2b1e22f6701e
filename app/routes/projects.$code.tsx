import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { withViewer } from '#app/access/viewer.server.ts';
import { pageMeta } from '#app/components/page-meta.ts';
import { toScope } from '#app/filters/scope.ts';
import { ProjectPage } from '#app/projects/project-page.tsx';
import { getProjectView } from '#app/projects/project.server.ts';

export const meta = pageMeta;
export { PageErrorBoundary as ErrorBoundary } from '#app/components/error-boundary.tsx';

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const parameters = { ...toScope(url), code: params.code ?? '', sheet: url.searchParams.get('sheet') };
  return withViewer(request, context, (tx, viewer) => getProjectView(tx, viewer, parameters));
}

export default function Route() {
  return <ProjectPage view={useLoaderData<typeof loader>()} />;
}
