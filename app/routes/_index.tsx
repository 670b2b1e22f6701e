import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getHome } from '#app/access/home.server.ts';
import { HomePage } from '#app/access/home-page.tsx';
import { withViewer } from '#app/access/viewer.server.ts';
import { pageMeta } from '#app/components/page-meta.ts';

export const meta = pageMeta;
export { PageErrorBoundary as ErrorBoundary } from '#app/components/error-boundary.tsx';

/** Each role lands on its own page; before the first publication there is none, and what comes next is told instead. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const home = await withViewer(request, context, (tx, viewer) => getHome(tx, viewer));
  if ('landing' in home) throw redirect(home.landing);
  return home;
}

export default function Route() {
  return <HomePage view={useLoaderData<typeof loader>()} />;
}
