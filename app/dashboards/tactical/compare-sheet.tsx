import { Form, Link, useLocation } from '@remix-run/react';
import { Button } from '#app/components/button.tsx';
import { ErrorPanel } from '#app/components/error-panel.tsx';
import { useFormat } from '#app/components/format.ts';
import type { PanelData } from '#app/components/panel-data.ts';
import { useT } from '#app/components/words.tsx';
import { useHereHref } from '#app/filters/scope-href.ts';
import { Sheet } from '#app/sheet/sheet.tsx';
import type { CompareOptions, TacticalView } from './tactical-view.ts';

const OWN = ['sheet', 'page', 'compare', 'indicator', 'order'];

/** What the results are compared with: a round, an indicator, or two units; a plain form, so that it works without scripts. */
export function CompareSheet({ view, options: read }: { view: TacticalView; options: PanelData<CompareOptions> }) {
  const t = useT();
  const format = useFormat();
  const { search } = useLocation();
  const here = useHereHref();
  const { query, compare } = view;
  const isTrend = query.show === 'trend';
  const roundName = (round: TacticalView['compare']) =>
    t('tactical.roundOf', { round: format.round(round.round), year: format.fiscalYear(round.fiscalYear) });
  const cleared = here(Object.fromEntries(OWN.map((key) => [key, null])));
  const kept = [...new URLSearchParams(search)].filter(([key]) => !OWN.includes(key));
  if (!read.ok)
    return (
      <Sheet title={t('tactical.compareTitle')}>
        <ErrorPanel />
      </Sheet>
    );
  const options = read.value;
  return (
    <Sheet title={t('tactical.compareTitle')}>
      <Form method="get" className="stack">
        {kept.map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        {isTrend ? (
          [0, 1].map((place) => (
            <Choice
              key={place}
              name="compare"
              label={t(place === 0 ? 'tactical.pairFirst' : 'tactical.pairSecond')}
              value={query.pair[place]}
              none={t(place === 0 ? 'tactical.noUnit' : 'tactical.meanOfUnits')}
              options={options.units}
            />
          ))
        ) : (
          <>
            <Choice
              name="compare"
              label={t('tactical.compareRound')}
              value={query.compare && keyOf(compare)}
              none={t('tactical.roundBefore')}
              options={options.rounds.map((round) => ({ code: keyOf(round), name: roundName(round) }))}
            />
            {options.indicators.length > 0 && (
              <Choice
                name="indicator"
                label={t('tactical.rankBy')}
                value={query.indicator}
                none={t('tactical.rankByScore')}
                options={options.indicators}
              />
            )}
            {view.kind !== 'kpis' && (
              <Choice
                name="order"
                label={t('tactical.order')}
                value={query.order ?? (view.kind === 'departments' ? 'gap' : 'score')}
                options={[
                  { code: 'score', name: t('tactical.orderScore') },
                  { code: 'gap', name: t('tactical.orderGap') },
                  { code: 'change', name: t('tactical.orderChange') },
                ]}
              />
            )}
          </>
        )}
        <div className="side-by-side">
          <Button kind="primary">{t('tactical.apply')}</Button>
          <Link className="button" to={cleared}>
            {t('tactical.clear')}
          </Link>
        </div>
      </Form>
    </Sheet>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value?: string;
  none?: string;
  options: { code: string; name: string }[];
};

function Choice({ name, label, value, none, options }: ChoiceProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <select className="input" name={name} defaultValue={value ?? ''}>
        {none && <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.code} value={option.code}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}

const keyOf = ({ fiscalYear, round }: TacticalView['compare']) => `${fiscalYear}-${round}`;
