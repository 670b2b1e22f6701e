import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { createTranslator } from '#domain/messages/create-translator.ts';
import type { Digits, Language } from '#domain/messages/words.ts';
import { ReadingProvider } from './components/words.tsx';

// The page says what it was written in; only that language's words are fetched, before the page comes alive.
const { lang, dataset } = document.documentElement;
const language: Language = lang === 'en' ? 'en' : 'th';
const digits: Digits = dataset.digits === 'thai' ? 'thai' : 'arabic';
const words =
  language === 'en' ? await import('#domain/messages/en/index.ts') : await import('#domain/messages/th/index.ts');
const theme = (['light', 'dark'] as const).find((one) => one === dataset.theme);
const reading = { language, digits, theme, t: createTranslator(language, words, digits) };

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <ReadingProvider reading={reading}>
        <RemixBrowser />
      </ReadingProvider>
    </StrictMode>,
  );
});
