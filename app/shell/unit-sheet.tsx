import { Form, useSearchParams } from '@remix-run/react';
import { useState } from 'react';
import { matchesSearch } from '#domain/text/search-key.ts';
import { Button } from '#app/components/button.tsx';
import { ErrorPanel } from '#app/components/error-panel.tsx';
import { ListRow } from '#app/components/list-rows.tsx';
import { useT } from '#app/components/words.tsx';
import { useHereHref } from '#app/filters/scope-href.ts';
import { Sheet } from '#app/sheet/sheet.tsx';
import { KeptParameters } from './kept-parameters.tsx';
import type { ShellView, UnitOption } from './shell-view.ts';

/** The units that the viewer may choose, by ministry. The form works without scripts; with them it narrows while typing. */
export function UnitSheet({ view }: { view: ShellView }) {
  const t = useT();
  const here = useHereHref();
  const [params] = useSearchParams();
  const [query, setQuery] = useState(params.get('q') ?? '');
  const found = (view.units?.ok ? view.units.value : []).filter((unit) => matchesSearch(query, unit.keys));
  return (
    <Sheet title={t('shell.chooseUnit')}>
      <Form method="get" className="find-form" role="search" preventScrollReset replace>
        <KeptParameters sheet="units" />
        <input
          className="input"
          type="search"
          name="q"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          aria-label={t('shell.findUnit')}
          placeholder={t('shell.findUnit')}
          autoComplete="off"
        />
        <Button>{t('shell.submitSearch')}</Button>
      </Form>
      {view.units?.ok === false && <ErrorPanel />}
      {view.units?.ok && (
        <p role="status" className="quiet">
          {found.length > 0 ? t('shell.unitCount', { count: found.length }) : t('shell.unitNone', { query })}
        </p>
      )}
      {groupsOf(found).map(([group, units]) => (
        <section key={group} className="pick-group">
          <h3>{group}</h3>
          <ul className="list-rows">
            {units.map((unit) => (
              <ListRow
                key={unit.code}
                href={here({ unit: unit.code, q: null })}
                primary={<span aria-current={unit.code === view.unit.code ? 'true' : undefined}>{unit.name}</span>}
                trailing={unit.abbreviation && <span className="quiet">{unit.abbreviation}</span>}
              />
            ))}
          </ul>
        </section>
      ))}
    </Sheet>
  );
}

function groupsOf(units: UnitOption[]): [string, UnitOption[]][] {
  const groups = new Map<string, UnitOption[]>();
  for (const unit of units) groups.set(unit.group, [...(groups.get(unit.group) ?? []), unit]);
  return [...groups];
}
