import { Form, Link, useLocation } from '@remix-run/react';
import { Button } from '#app/components/button.tsx';
import { ErrorPanel } from '#app/components/error-panel.tsx';
import type { PanelData } from '#app/components/panel-data.ts';
import { useT } from '#app/components/words.tsx';
import { Sheet } from '#app/sheet/sheet.tsx';
import { useHereHref } from '#app/filters/scope-href.ts';
import type { FilterOptions, NameOption, ProjectsView } from './projects-view.ts';

const KINDS = ['system', 'layer', 'strategy', 'province'] as const;

/** Everything that can narrow the table besides phase and lateness; a plain form, so that it works without scripts. */
export function FilterSheet({ view, options }: { view: ProjectsView; options: PanelData<FilterOptions> }) {
  const t = useT();
  const { search } = useLocation();
  const kept = [...new URLSearchParams(search)].filter(([key]) => !['sheet', 'page', 'slice', ...KINDS].includes(key));
  const [sliceKind, sliceCode] = new URLSearchParams(search).get('slice')?.split(':') ?? [];
  const clear = useHereHref()({ system: null, layer: null, strategy: null, province: null, slice: null, page: null });
  if (!options.ok)
    return (
      <Sheet title={t('projects.filterTitle')}>
        <ErrorPanel />
      </Sheet>
    );
  return (
    <Sheet title={t('projects.filterTitle')}>
      <Form method="get" className="stack">
        {kept.map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        {KINDS.map((kind) => (
          <Choice
            key={kind}
            kind={kind}
            options={options.value[kind]}
            value={view.query[kind] ?? (sliceKind === kind ? sliceCode : undefined)}
          />
        ))}
        <div className="side-by-side">
          <Button kind="primary">{t('projects.applyFilters')}</Button>
          <Link className="button" to={clear}>
            {t('projects.clearFilters')}
          </Link>
        </div>
      </Form>
    </Sheet>
  );
}

function Choice({ kind, options, value }: { kind: (typeof KINDS)[number]; options: NameOption[]; value?: string }) {
  const t = useT();
  return (
    <label className="field">
      <span>{t(`projects.${kind}`)}</span>
      <select className="input" name={kind} defaultValue={value ?? ''}>
        <option value="">{t('projects.anyValue')}</option>
        {options.map((option) => (
          <option key={option.code} value={option.code}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}
