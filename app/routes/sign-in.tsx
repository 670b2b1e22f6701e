import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getSignInView, signIn } from '#app/access/sign-in.server.ts';
import type { SignInFault } from '#app/access/sign-in-view.ts';
import { SignInPage } from '#app/access/sign-in-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';

export const meta = pageMeta;
export { PageErrorBoundary as ErrorBoundary } from '#app/components/error-boundary.tsx';

export const loader = ({ request, context }: LoaderFunctionArgs) => getSignInView(request, context);
export const action = ({ request, context }: ActionFunctionArgs) => signIn(request, context);

export default function Route() {
  const told = useActionData() as { fault?: SignInFault } | undefined;
  return <SignInPage view={useLoaderData<typeof loader>()} fault={told?.fault} />;
}
