import { useFigures } from '#app/components/format.ts';
import { ListRow, ListRows } from '#app/components/list-rows.tsx';
import { Panel } from '#app/components/panel.tsx';
import { valueOf, type PanelData } from '#app/components/panel-data.ts';
import { StatusShape, useStatusWord } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import { sheetName } from '#app/sheet/sheet-name.ts';
import { useSheetHref } from '#app/sheet/sheet-link.tsx';
import type { WeakKpi } from './strategic-view.ts';

type Props = { weakest: PanelData<WeakKpi[]>; round: number; title: string; hasUnit?: boolean };

/** The KPIs that cost most points, each with its owner; tapping one asks where the number comes from. */
export function WeakestPanel({ weakest, round, title, hasUnit = false }: Props) {
  const t = useT();
  const f = useFigures();
  const sheetHref = useSheetHref();
  const word = useStatusWord();
  const kpis = valueOf(weakest) ?? [];
  const found = kpis.length > 0 || !weakest.ok ? title : t('strategic.weakestNone');
  return (
    <Panel title={found} state={weakest.ok ? 'ok' : 'failed'} className="span-5">
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
            secondary={hasUnit ? kpi.unitName : kpi.ownerTitle}
            trailing={<span className="number strong">{kpi.pointsLost && f.change(`-${kpi.pointsLost}`)}</span>}
          />
        ))}
      </ListRows>
    </Panel>
  );
}
