import type { MetaFunction } from '@remix-run/react';

/** The title comes with the view, in its reader's language: `export const meta = pageMeta` in a route. */
export const pageMeta: MetaFunction = ({ data, matches }) => {
  const titleOf = (held: unknown) => (held as { title?: string } | null | undefined)?.title;
  const title = titleOf(data) ?? titleOf(matches[0]?.data);
  return title ? [{ title }] : [];
};
