import type { MetaFunction } from '@remix-run/react';

/** The title comes with the view, in its reader's language: `export const meta = pageMeta` in a route. */
export const pageMeta: MetaFunction = ({ data }) => {
  const title = (data as { title?: string } | undefined)?.title;
  return title ? [{ title }] : [];
};
