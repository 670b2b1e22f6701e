import { Link } from '@remix-run/react';
import { DataStateMark } from '#app/components/data-state-mark.tsx';
import { DataTable, type Column } from '#app/components/data-table.tsx';
import { useFigures, useFormat, type Format } from '#app/components/format.ts';
import { toMeasured } from '#app/components/measured.ts';
import { Panel } from '#app/components/panel.tsx';
import { valueOf } from '#app/components/panel-data.ts';
import { StatusBadge } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import { useHereHref, useScopeHref } from '#app/filters/scope-href.ts';
import { sheetName } from '#app/sheet/sheet-name.ts';
import { SheetLink } from '#app/sheet/sheet-link.tsx';
import type { Translate } from '#domain/messages/words.ts';
import type { AgreementKpiView, AgreementPageView } from './agreement-view.ts';

/** The KPIs by perspective, with what was promised and what came of it. */
export function KpiTables({ view }: { view: AgreementPageView }) {
  const t = useT();
  const f = useFormat();
  const here = useHereHref();
  const kpis = (valueOf(view.kpis) ?? []).filter(
    (kpi) => view.statusFilter === null || kpi.scoreStatus === view.statusFilter,
  );
  const when = `${f.round(view.round)} ${f.fiscalYear(view.fiscalYear)}`;
  const perspectives = [...new Set(kpis.map((kpi) => kpi.perspective))];
  return (
    <Panel
      title={t('agreement.kpis', { when })}
      state={view.kpis.ok ? 'ok' : 'failed'}
      subtitle={view.statusFilter ? t('agreement.kpisOf', { status: t(`status.${view.statusFilter}`) }) : undefined}
      action={view.statusFilter && <Link to={here({ status: null })}>{t('agreement.kpisAll')}</Link>}
    >
      <div className="stack">
        {kpis.length === 0 && <p className="empty">{t('empty.noMatch')}</p>}
        {perspectives.map((code) => (
          <KpiTable
            key={code}
            caption={captionOf(view, code, t, f)}
            kpis={kpis.filter((kpi) => kpi.perspective === code)}
            round={view.round}
          />
        ))}
      </div>
    </Panel>
  );
}

function captionOf(view: AgreementPageView, code: string, t: Translate, f: Format): string {
  const name = isPerspective(code) ? t(`perspective.${code}`) : code;
  const found = view.perspectives.find((one) => one.code === code);
  if (!found) return name;
  const score = found.score === null ? '–' : f.score(found.score);
  return `${name} · ${t('agreement.weightOf', { weight: f.number(found.weight, 2), score })}`;
}

function KpiTable({ caption, kpis, round }: { caption: string; kpis: AgreementKpiView[]; round: number }) {
  const t = useT();
  const f = useFigures();
  const columns: Column<AgreementKpiView>[] = [
    { key: 'no', label: t('agreement.columnNo'), cell: (kpi) => <span className="nowrap">{kpi.kpiNo}</span> },
    { key: 'name', label: t('agreement.columnKpi'), isName: true, cell: (kpi) => <KpiName kpi={kpi} f={f} /> },
    { key: 'plan', label: t('agreement.columnPlan'), align: 'number', cell: (kpi) => toMeasured(f, kpi.plan, kpi) },
    { key: 'actual', label: t('agreement.columnActual'), align: 'number', cell: (kpi) => <Actual kpi={kpi} f={f} /> },
    {
      key: 'score',
      label: t('agreement.columnScore'),
      align: 'number',
      cell: (kpi) =>
        kpi.score === null ? (
          '–'
        ) : (
          <SheetLink className="action-link" sheet={sheetName.kpiScore(kpi.kpiId, round)}>
            {f.score(kpi.score)}
          </SheetLink>
        ),
    },
    {
      key: 'status',
      label: t('agreement.columnStatus'),
      cell: (kpi) => kpi.scoreStatus && <StatusBadge status={kpi.scoreStatus} />,
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={kpis} rowKey={(kpi) => String(kpi.kpiId)} />;
}

/** The KPI's name, and beneath it what was promised: owner, weights per round, thresholds. */
function KpiName({ kpi, f }: { kpi: AgreementKpiView; f: Format }) {
  const t = useT();
  const href = useScopeHref();
  const weights = [kpi.weight6, kpi.weight9, kpi.weight12].map((one) => (one === null ? '–' : f.number(one, 0)));
  const promised = [
    kpi.ownerTitle,
    kpi.startsInRound > 6 && t('agreement.startsLater', { round: kpi.startsInRound }),
    kpi.cancelledInRound && t('agreement.cancelled', { round: kpi.cancelledInRound }),
    `${t('agreement.columnWeights')}: ${weights.join(' / ')}`,
    `${t('agreement.columnThresholds')}: ${kpi.thresholds.map((one) => f.number(one, kpi.decimals)).join(' · ')}`,
  ].filter(Boolean);
  return (
    <span id={`kpi-${kpi.kpiId}`} className="kpi-name">
      <Link className="action-link" to={href(`/indicators/${encodeURIComponent(kpi.indicatorCode)}`)}>
        {kpi.name}
      </Link>
      {promised.map((line) => (
        <span key={String(line)} className="row-secondary">
          {line}
        </span>
      ))}
    </span>
  );
}

function Actual({ kpi, f }: { kpi: AgreementKpiView; f: Format }) {
  if (kpi.actual !== null) return <>{toMeasured(f, kpi.actual, kpi)}</>;
  return kpi.state ? <DataStateMark state={kpi.state} /> : <>–</>;
}

const isPerspective = (code: string): code is 'EFF' | 'QUA' | 'EFI' | 'ORG' =>
  ['EFF', 'QUA', 'EFI', 'ORG'].includes(code);
