import { LinkButton } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { useFormat } from '#app/components/format.ts';
import type { PanelData } from '#app/components/panel-data.ts';
import { Panel } from '#app/components/panel.tsx';
import { useT } from '#app/components/words.tsx';
import { FindingLine } from '#app/runs/finding-line.tsx';
import { RunSteps } from '#app/runs/run-steps.tsx';
import type { LastResult } from './feeds-view.ts';

/** What became of the newest file: how far it is, the reconciliation, the first refused cells, and the one next step. */
export function LastResultPanel({ data }: { data: PanelData<LastResult | null>; day: string }) {
  const t = useT();
  const f = useFormat();
  const last = data.ok ? data.value : null;
  const facts =
    last &&
    [
      last.feedName,
      last.periodName && t('feeds.forPeriod', { period: last.periodName }),
      t('runs.title', { run: last.id }),
      last.decision && t(`decision.${last.decision}`),
      f.dateTime(last.at),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Panel
      title={last ? titleOf(t, last.status) : t('feeds.last')}
      {...(facts ? { subtitle: facts } : {})}
      state={data.ok ? 'ok' : 'failed'}
      className="last-result"
    >
      {data.ok && !last && <EmptyState what={t('feeds.noLast')} />}
      {last && <Result last={last} />}
    </Panel>
  );
}

/** Whether it went in comes first; runs that are neither in nor out say what they are. */
function titleOf(t: ReturnType<typeof useT>, status: LastResult['status']): string {
  switch (status) {
    case 'loaded':
    case 'loaded_with_rejections':
    case 'refused':
    case 'failed':
      return t(`feeds.last_${status}`);
    default:
      return `${t('feeds.last')}: ${t(`runStatus.${status}`)}`;
  }
}

function Result({ last }: { last: LastResult }) {
  const t = useT();
  const f = useFormat();
  const isOpen = last.status === 'waiting' || last.status === 'running';
  const counts = {
    read: f.number(last.read),
    accepted: f.number(last.accepted),
    unchanged: f.number(last.unchanged),
    rejected: f.number(last.rejected),
  };
  return (
    <>
      {isOpen ? (
        <RunSteps stage={last.stage} read={last.read} />
      ) : (
        <p className={last.failure ? 'run-failure' : 'last-counts'}>{last.failure ?? t('feeds.lastSummary', counts)}</p>
      )}
      {last.findings.length > 0 && (
        <ul className="finding-lines">
          {last.findings.map((finding) => (
            <FindingLine key={finding.seq} finding={finding} />
          ))}
        </ul>
      )}
      <div className="side-by-side last-next">
        <LinkButton to={`/runs/${last.id}`}>{nextStep(t, f.number(last.rejected), last)}</LinkButton>
      </div>
    </>
  );
}

function nextStep(t: ReturnType<typeof useT>, rejected: string, last: LastResult): string {
  if (last.rejected > 0) return t('feeds.seeRejected', { count: rejected });
  return last.maySubmit ? t('feeds.submitHere') : t('feeds.seeRun');
}
