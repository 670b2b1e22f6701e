import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { translator } from '#domain/messages/translate.ts';
import { NonceContext } from './components/nonce.tsx';
import { ReadingProvider } from './components/words.tsx';
import { toPreferences } from './preferences/preferences.ts';
import { withoutNulls } from './server/without-nulls.ts';

export const streamTimeout = 5_000;

type Loaded = { cspNonce?: string; logError?: (error: unknown) => void } | undefined;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const { cspNonce: nonce, logError } = (loadContext as Loaded) ?? {};
  const { language, digits, theme } = toPreferences(request.headers.get('Cookie'));
  const chosen = theme === 'auto' ? undefined : theme;
  const reading = { language, digits, theme: chosen, t: translator(language, digits) };
  const whole = isbot(request.headers.get('User-Agent') ?? '');
  return new Promise((resolve, reject) => {
    let responded = false;
    const respond = () => {
      responded = true;
      const body = withoutNulls();
      // Without this every request would stay in memory until its timer runs out.
      body.once('close', () => clearTimeout(timer));
      headers.set('Content-Type', 'text/html; charset=utf-8');
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <ReadingProvider reading={reading}>
          <RemixServer context={context} url={request.url} nonce={nonce} />
        </ReadingProvider>
      </NonceContext.Provider>,
      {
        nonce,
        [whole ? 'onAllReady' : 'onShellReady']: respond,
        onShellError: (error: unknown) => {
          clearTimeout(timer);
          reject(error as Error);
        },
        onError: (error: unknown) => {
          status = 500;
          if (responded) logError?.(error);
        },
      },
    );
    const timer = setTimeout(abort, streamTimeout + 1_000);
  });
}
