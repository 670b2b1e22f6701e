import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { useFormat } from '#app/components/format.ts';
import { Headline } from '#app/components/headline.tsx';
import { Page } from '#app/components/layout.tsx';
import { Panel } from '#app/components/panel.tsx';
import { useT } from '#app/components/words.tsx';
import { RunAccount } from './run-account.tsx';
import { RunFindings } from './run-findings.tsx';
import { RunOrigin } from './run-origin.tsx';
import { RunSteps } from './run-steps.tsx';
import { RunTotals } from './run-totals.tsx';
import type { RunView } from './run-view.ts';
import { RunWay } from './run-way.tsx';

/** One run: what became of it first, then what to do, what was refused and where, the totals, and where it came from. */
export function RunPage({ view, refusal }: { view: RunView; refusal: string | null }) {
  const t = useT();
  const f = useFormat();
  const { run } = view;
  const isOpen = run.status === 'waiting' || run.status === 'running';
  // Of a file that could not be read there is nothing to be said but why.
  const isUnread = run.failure !== null && run.counts.read === 0;
  const feed = run.feed ? [{ label: run.feed.name, href: `/feeds/${encodeURIComponent(run.feed.code)}` }] : [];
  return (
    <Page>
      <Breadcrumb
        items={[{ label: t('nav.feeds'), href: '/feeds' }, ...feed, { label: t('runs.title', { run: run.id }) }]}
      />
      <Headline
        sentence={useSentence(view)}
        asOf={f.dateTime(run.finishedAt ?? run.startedAt)}
        classification={run.classification}
        {...(run.publishedIn === null ? {} : { publication: run.publishedIn })}
      />
      {isOpen && (
        <Panel title={t('runs.steps')} subtitle={t('runs.notYet')}>
          <RunSteps stage={run.stage} read={run.counts.read} />
        </Panel>
      )}
      {run.failure && (
        <p className="run-failure" role="alert">
          {run.failure}
        </p>
      )}
      <div className="columns-2">
        <RunAccount run={run} />
        {!isOpen && <RunWay view={view} refusal={refusal} />}
      </div>
      {view.isHeaderOnly && <p>{t('runs.headerOnly')}</p>}
      {!view.isHeaderOnly && !isUnread && (
        <>
          <RunFindings view={view} isOpen={isOpen} />
          <RunTotals totals={view.totals} areTotalsKept={view.areTotalsKept} />
        </>
      )}
      <RunOrigin view={view} />
    </Page>
  );
}

function useSentence({ run }: RunView): string {
  const t = useT();
  const f = useFormat();
  const { read, accepted, rejected } = run.counts;
  const counts = { run: run.id, read: f.number(read), accepted: f.number(accepted), rejected: f.number(rejected) };
  switch (run.status) {
    case 'loaded':
      return t('runs.loadedAll', counts);
    case 'loaded_with_rejections':
      return t('runs.loadedSome', counts);
    case 'running':
      return t('runs.running', { run: run.id, stage: t(`runStage.${run.stage}`) });
    case 'unchanged':
      return t('runs.unchanged', counts);
    default:
      return t(`runs.${run.status}`, { run: run.id });
  }
}
