import { BulletChart } from '#app/charts/bullet-chart.tsx';
import { useFigures, useFormat } from '#app/components/format.ts';
import { ListRow, ListRows } from '#app/components/list-rows.tsx';
import { Panel } from '#app/components/panel.tsx';
import type { PanelData } from '#app/components/panel-data.ts';
import { StatusShape } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import { useHereHref } from '#app/filters/scope-href.ts';
import { toBandRows } from './tactical-series.ts';
import type { BandCount, Check, ChecksView, TacticalView } from './tactical-view.ts';

/** How the scores of all agreements are spread. */
export function BandsPanel({ checks }: { checks: PanelData<ChecksView> }) {
  const t = useT();
  const figures = useFigures();
  if (!checks.ok) return <Panel title={t('tactical.bandsSubtitle')} className="span-4" state="failed" />;
  const { bands } = checks.value;
  const most = bands.reduce((best, band) => (band.count > best.count ? band : best), bands[0]!);
  const labelOf = (band: BandCount) =>
    band === bands[0]
      ? t('tactical.bandFrom', { from: band.from })
      : band === bands.at(-1)
        ? t('tactical.bandBelow', { to: band.to })
        : t('tactical.bandOf', { from: band.from, to: upTo(band.to) });
  return (
    <BulletChart
      className="span-4"
      title={t('tactical.bandsTitle', { band: labelOf(most) })}
      subtitle={t('tactical.bandsSubtitle')}
      rows={toBandRows(bands, labelOf, figures)}
      min={0}
      max={Math.max(1, most.count)}
      line={null}
    />
  );
}

/** A band ends just below where the next one begins. */
const upTo = (edge: string): string => (Math.round(Number(edge) * 100 - 1) / 100).toFixed(2);

/** What the commission looks for; each count lists its agreements. */
export function ChecksPanel({ view, checks }: { view: TacticalView; checks: PanelData<ChecksView> }) {
  const t = useT();
  const format = useFormat();
  const here = useHereHref();
  if (!checks.ok) return <Panel title={t('tactical.checksTitle')} className="span-4" state="failed" />;
  const { below3, easy, unsigned, unsignedYear } = checks.value;
  const rows: { check: Check; label: string; count: number; status: 'below_plan' | 'at_risk' | 'no_data' }[] = [
    { check: 'below3', label: t('tactical.checkBelow3'), count: below3, status: 'below_plan' },
    { check: 'easy', label: t('tactical.checkEasy'), count: easy, status: 'at_risk' },
    {
      check: 'unsigned',
      label: t('tactical.checkUnsigned', { year: format.fiscalYear(unsignedYear) }),
      count: unsigned,
      status: 'no_data',
    },
  ];
  return (
    <Panel title={t('tactical.checksTitle')} subtitle={t('tactical.checksSubtitle')} className="span-4">
      <ListRows label={t('tactical.checksTitle')}>
        {rows.map((row) => (
          <ListRow
            key={row.check}
            href={here({ check: view.query.check === row.check ? null : row.check, page: null })}
            keepScroll
            leading={<StatusShape status={row.status} />}
            primary={row.label}
            trailing={
              <span className="strong">{t('tactical.countAgreements', { count: format.number(row.count) })}</span>
            }
          />
        ))}
      </ListRows>
    </Panel>
  );
}
