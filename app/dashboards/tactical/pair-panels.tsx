import { toScoreTicks } from '#app/charts/scale.ts';
import { TrendPair, type PairLine } from '#app/charts/trend-pair.tsx';
import { DataTable } from '#app/components/data-table.tsx';
import { useFigures, type Format } from '#app/components/format.ts';
import { Panel } from '#app/components/panel.tsx';
import { useT } from '#app/components/words.tsx';
import { SpanSwitch } from './span-switch.tsx';
import { labelsOf, signed, toDrawn, toPlainName } from './tactical-series.ts';
import type { PairPart, TrendSeries, TrendView } from './tactical-view.ts';

const PERSPECTIVES = ['EFF', 'QUA', 'EFI', 'ORG'] as const;

/** Unit against unit: over time, and by perspective. */
export function PairPanels({ trend, pair }: { trend: TrendView; pair: NonNullable<TrendView['pair']> }) {
  const t = useT();
  const figures = useFigures();
  const [first, second] = [toLine(pair.first, figures), toLine(pair.second, figures)];
  const hasSecond = pair.parts.some((part) => part.second !== null);
  const cell = (value: string | null) => (value === null ? '–' : figures.score(value));
  return (
    <>
      <TrendPair
        className="span-8 rows-2"
        title={findingOf(pair, figures, t)}
        subtitle={t(trend.by === 'month' ? 'tactical.trendSubtitle' : 'tactical.trendYearSubtitle')}
        action={<SpanSwitch by={trend.by} />}
        first={first}
        second={second}
        periods={labelsOf(trend, figures)}
        ticks={toScoreTicks(1)}
        line={3}
      />
      <Panel title={t('tactical.pairParts')} subtitle={t('measure.scoreOf5')} className="span-4 rows-2 tactical-pair">
        <DataTable<PairPart>
          caption={t('tactical.pairParts')}
          hideCaption
          rows={pair.parts}
          rowKey={(part) => part.perspective}
          columns={[
            { key: 'name', label: t('perspective.label'), isName: true, cell: (part) => nameOf(part.perspective, t) },
            {
              key: 'first',
              label: toPlainName(pair.first.name, 12),
              align: 'number',
              cell: (part) => cell(part.first),
            },
            ...(hasSecond
              ? [
                  {
                    key: 'second',
                    label: toPlainName(pair.second.name, 12),
                    align: 'number' as const,
                    cell: (part: PairPart) => cell(part.second),
                  },
                  {
                    key: 'difference',
                    label: t('tactical.difference'),
                    align: 'number' as const,
                    cell: (part: PairPart) => (part.difference === null ? '–' : signed(part.difference, 2, figures)),
                  },
                ]
              : []),
          ]}
        />
      </Panel>
    </>
  );
}

function nameOf(perspective: string, t: ReturnType<typeof useT>): string {
  const known = PERSPECTIVES.find((code) => code === perspective);
  return known ? t(`perspective.${known}`) : perspective;
}

function toLine(series: TrendSeries, figures: Format): PairLine {
  const last = series.values.findLast((value) => value !== null);
  return {
    key: series.key,
    name: series.name,
    shortName: toPlainName(series.name, 10),
    values: series.values.map(toDrawn),
    labels: series.values.map((value) => (value === null ? '–' : figures.score(value))),
    valueLabel: last ? figures.score(last) : '–',
  };
}

function findingOf(
  { first, second }: NonNullable<TrendView['pair']>,
  figures: Format,
  t: ReturnType<typeof useT>,
): string {
  const [one, two] = [first, second].map(({ values }) => values.findLast((value) => value !== null) ?? null);
  const names = { first: toPlainName(first.name, 24), second: toPlainName(second.name, 24) };
  if (!one || !two) return t('tactical.trend');
  const gap = (Math.round(Number(one) * 100) - Math.round(Number(two) * 100)) / 100;
  const text = figures.score(Math.abs(gap));
  if (gap === 0) return t('tactical.pairEqual', names);
  return t(gap > 0 ? 'tactical.pairAbove' : 'tactical.pairBelow', { ...names, gap: text });
}
