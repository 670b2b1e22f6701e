import { useFigures } from '#app/components/format.ts';
import { ListRow, ListRows } from '#app/components/list-rows.tsx';
import { Panel } from '#app/components/panel.tsx';
import { valueOf, type PanelData } from '#app/components/panel-data.ts';
import { StatusShape, useStatusWord } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import { sheetName } from '#app/sheet/sheet-name.ts';
import { useSheetHref } from '#app/sheet/sheet-link.tsx';
import { isEndangered } from '#domain/status/endangered.ts';
import { toShortTitle } from '#domain/text/short-title.ts';
import type { WeakKpi } from './strategic-view.ts';

type Props = { weakest: PanelData<WeakKpi[]>; round: number; title: string; hasUnit?: boolean };

/** The KPIs that cost most points, each with its owner; tapping one asks where the number comes from. */
export function WeakestPanel({ weakest, round, title, hasUnit = false }: Props) {
  const t = useT();
  const f = useFigures();
  const sheetHref = useSheetHref();
  const word = useStatusWord();
  const kpis = valueOf(weakest) ?? [];
  // What is missing to five, times the weight, is what it costs: both stand beside it.
  const toScores = ({ score, weight }: WeakKpi) =>
    score !== null &&
    t('strategic.kpiScore', {
      score: f.score(score),
      weight: f.percent(weight, Number.isInteger(Number(weight)) ? 0 : 1),
    });
  const found =
    kpis.length === 0 && weakest.ok
      ? t('strategic.weakestNone')
      : kpis[0] && isEndangered(kpis[0].status)
        ? t('strategic.weakestBelow')
        : title;
  return (
    <Panel
      title={found}
      state={weakest.ok ? 'ok' : 'failed'}
      action={kpis.length > 0 && <span className="quiet">{t('strategic.pointsLost')}</span>}
      className="span-5"
    >
      <ListRows label={found}>
        {kpis.map((kpi) => (
          <ListRow
            key={kpi.kpiId}
            href={sheetHref(sheetName.kpiScore(kpi.kpiId, round))}
            keepScroll
            leading={
              <>
                <StatusShape status={kpi.status} />
                <span className="hidden-text">{word(kpi.status)}</span>
              </>
            }
            primary={kpi.name}
            secondary={[toScores(kpi), hasUnit ? kpi.unitName : kpi.ownerTitle && toShortTitle(kpi.ownerTitle)]
              .filter(Boolean)
              .join(' · ')}
            trailing={<span className="number strong">{kpi.pointsLost && f.change(`-${kpi.pointsLost}`)}</span>}
          />
        ))}
      </ListRows>
    </Panel>
  );
}
