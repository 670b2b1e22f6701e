import { Form, useSearchParams } from '@remix-run/react';
import { Button } from '#app/components/button.tsx';
import { ErrorPanel } from '#app/components/error-panel.tsx';
import { ListRow } from '#app/components/list-rows.tsx';
import { useT } from '#app/components/words.tsx';
import { Sheet } from '#app/sheet/sheet.tsx';
import { KeptParameters } from './kept-parameters.tsx';
import type { ShellView } from './shell-view.ts';

/** Units, indicators, projects and agreements by name; the server looks, as the viewer. */
export function FindSheet({ view }: { view: ShellView }) {
  const t = useT();
  const [params] = useSearchParams();
  const { found } = view;
  const { query, results } = found?.ok ? found.value : { query: params.get('q') ?? '', results: [] };
  return (
    <Sheet title={t('nav.search')}>
      <Form method="get" className="find-form" role="search" preventScrollReset replace>
        <KeptParameters sheet="find" />
        <input
          className="input"
          type="search"
          name="q"
          defaultValue={query}
          minLength={2}
          aria-label={t('shell.findAnything')}
          placeholder={t('shell.findAnything')}
          autoComplete="off"
        />
        <Button>{t('shell.submitSearch')}</Button>
      </Form>
      {found?.ok === false && <ErrorPanel />}
      {found?.ok && results.length === 0 && (
        <p className="quiet">{query ? t('shell.findNone', { query }) : t('shell.findHint')}</p>
      )}
      <ul className="list-rows">
        {results.map((one) => (
          <ListRow
            key={one.href}
            href={one.href}
            primary={one.label}
            secondary={one.detail}
            trailing={<span className="quiet">{t(`nav.${one.kind}`)}</span>}
          />
        ))}
      </ul>
    </Sheet>
  );
}
