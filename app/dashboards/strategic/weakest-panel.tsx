import { useFigures } from '#app/components/format.ts';
import { ListRow, ListRows } from '#app/components/list-rows.tsx';
import { Panel } from '#app/components/panel.tsx';
import { valueOf, type PanelData } from '#app/components/panel-data.ts';
import { StatusShape, useStatusWord } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import { sheetName } from '#app/sheet/sheet-name.ts';
import { useSheetHref } from '#app/sheet/sheet-link.tsx';
import { DEFAULT_STATUS_RULES } from '#domain/status/kpi-status.ts';
import { toShortTitle } from '#domain/text/short-title.ts';
import type { WeakKpi, WeakKpis } from './strategic-view.ts';

type Props = { weakest: PanelData<WeakKpis>; round: number; hasUnit?: boolean };

/** The KPIs furthest short of plan, each with its owner; tapping one asks where the number comes from. */
export function WeakestPanel({ weakest, round, hasUnit = false }: Props) {
  const t = useT();
  const f = useFigures();
  const sheetHref = useSheetHref();
  const word = useStatusWord();
  const known = valueOf(weakest);
  const kpis = known?.rows ?? [];
  // The one less the other is the number at the row's end.
  const toScores = ({ score, plannedScore: plan }: WeakKpi) =>
    score !== null &&
    (plan === null
      ? t('strategic.kpiAgainstLine', { score: f.score(score), line: f.score(DEFAULT_STATUS_RULES.line) })
      : t('strategic.kpiAgainstPlan', { score: f.score(score), plan: f.score(plan) }));
  const title = t(`strategic.weakest_${known?.found ?? 'below'}`);
  return (
    <Panel
      title={title}
      state={weakest.ok ? 'ok' : 'failed'}
      action={kpis.length > 0 && <span className="quiet">{t('strategic.againstPlan')}</span>}
      className="span-5"
    >
      <ListRows label={title}>
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
            trailing={<span className="number strong">{kpi.fromPlan && f.change(kpi.fromPlan)}</span>}
          />
        ))}
      </ListRows>
    </Panel>
  );
}
