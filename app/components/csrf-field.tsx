import { useRouteLoaderData } from '@remix-run/react';

/** Proves that a form came from our own page. Every POST form carries it. */
export function CsrfField() {
  const root = useRouteLoaderData('root') as { shell?: { csrfToken: string } | null } | undefined;
  return <input type="hidden" name="csrf" value={root?.shell?.csrfToken ?? ''} />;
}
