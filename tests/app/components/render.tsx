import { cleanup, configure, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { createMemoryRouter, RouterProvider, type LoaderFunction } from 'react-router-dom';
import { afterEach } from 'vitest';
import { ReadingProvider } from '#app/components/words.tsx';
import type { Digits, Language } from '#domain/messages/words.ts';
import { translator } from '#domain/messages/translate.ts';

export type RenderOptions = {
  language?: Language;
  digits?: Digits;
  theme?: 'light' | 'dark';
  /** Where the page stands, with its query. */
  path?: string;
  /** What the root route's loader gave, for parts that ask for it. */
  root?: unknown;
  /** Reads the page, where how it is read matters. */
  loader?: LoaderFunction;
  /** What the page's route says of itself. */
  handle?: unknown;
};

/** Renders a component as on a page: in a router, with the words of one language. Gives the router beside the queries. */
export function renderPage(
  element: ReactElement,
  { language = 'th', digits = 'arabic', theme, path = '/strategic', root, loader, handle }: RenderOptions = {},
) {
  const page = (
    <ReadingProvider reading={{ language, digits, theme, t: translator(language, digits) }}>{element}</ReadingProvider>
  );
  const router = createMemoryRouter(
    [{ id: 'root', path: '*', element: page, handle, loader: loader ?? (() => root ?? null) }],
    {
      initialEntries: [path],
      hydrationData: { loaderData: { root: root ?? null } },
      future: FUTURE,
    },
  );
  return { router, ...render(<RouterProvider router={router} future={{ v7_startTransition: true }} />) };
}

export { screen, within, fireEvent, waitFor } from '@testing-library/react';

/** The flags of the product's own router; without them each test would be warned of the next version. */
export const FUTURE = {
  v7_relativeSplatPath: true,
  v7_fetcherPersist: true,
  v7_normalizeFormMethod: true,
  v7_partialHydration: true,
  v7_skipActionErrorRevalidation: true,
};

configure({ asyncUtilTimeout: 30_000 });
afterEach(cleanup);
