import './tokens.css';
import './styles/type.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/shell.css';
import './styles/components.css';
import './styles/sheet.css';
import './styles/charts.css';
import './styles/strategic.css';
import './styles/projects.css';
import './styles/tactical.css';
import './styles/operational.css';
import './styles/live.css';
import './styles/feeds.css';
import './styles/print.css';
import latin400 from '@fontsource/sarabun/files/sarabun-latin-400-normal.woff2?url';
import thai400 from '@fontsource/sarabun/files/sarabun-thai-400-normal.woff2?url';
import thai600 from '@fontsource/sarabun/files/sarabun-thai-600-normal.woff2?url';
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLoaderData, useRouteError } from '@remix-run/react';
import { useContext, type ReactNode } from 'react';
import { translator } from '#domain/messages/translate.ts';
import { PageFault } from './components/error-boundary.tsx';
import { pageMeta } from './components/page-meta.ts';
import { NonceContext } from './components/nonce.tsx';
import { useReading } from './components/words.tsx';
import { toPreferences } from './preferences/preferences.ts';
import { Shell } from './shell/shell.tsx';
import { getShellView } from './shell/shell.server.ts';

export const links: LinksFunction = () => [
  ...[thai400, thai600, latin400].map((href) => ({
    rel: 'preload' as const,
    as: 'font' as const,
    type: 'font/woff2',
    href,
    crossOrigin: 'anonymous' as const,
  })),
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/icon-180.png' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
];

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { language } = toPreferences(request.headers.get('Cookie'));
  return { title: translator(language)('nav.productName'), shell: await getShellView(request, context) };
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  const { language, digits, theme, t } = useReading();
  const isFault = useRouteError() !== undefined;
  return (
    <html lang={language} data-theme={theme} data-digits={digits}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        {isFault && <title>{t('nav.productName')}</title>}
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  const { shell } = useLoaderData<typeof loader>();
  return (
    <Shell view={shell}>
      <Outlet />
    </Shell>
  );
}

export function ErrorBoundary() {
  return (
    <main id="content">
      <PageFault />
    </main>
  );
}
