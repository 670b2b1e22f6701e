import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { withViewer } from '#app/access/viewer.server.ts';
import { pageMeta } from '#app/components/page-meta.ts';
import { actOnRun } from '#app/runs/act-on-run.server.ts';
import { RunPage } from '#app/runs/run-page.tsx';
import { toRunParameters } from '#app/runs/run-parameters.ts';
import { getRunView } from '#app/runs/run.server.ts';

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const parameters = toRunParameters(params.id, new URL(request.url));
  return withViewer(request, context, (tx, viewer) => getRunView(tx, viewer, parameters));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { id } = toRunParameters(params.id, new URL(request.url));
  const { refusal } = await actOnRun(request, context, id);
  // A refusal is told on the page that the form was on; after an act a reload must not ask again.
  return refusal === null ? redirect(`/runs/${id}`, 303) : { refusal };
}

export const meta = pageMeta;
export const handle = { live: 'runs' };
export { PageErrorBoundary as ErrorBoundary } from '#app/components/error-boundary.tsx';

export default function RunRoute() {
  return <RunPage view={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal ?? null} />;
}
