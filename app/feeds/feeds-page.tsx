import { Headline } from '#app/components/headline.tsx';
import { Board } from '#app/components/layout.tsx';
import { useFormat, type Format } from '#app/components/format.ts';
import { useT } from '#app/components/words.tsx';
import { DropArea } from './drop-area.tsx';
import { DuePanel } from './due-panel.tsx';
import { FeedList } from './feed-list.tsx';
import type { FeedsView, OfficerView } from './feeds-view.ts';
import { LastResultPanel } from './last-result-panel.tsx';

/** For a data officer what is due, the drop area and the last result, nothing else; for others the list of feeds. */
export function FeedsPage({ view }: { view: FeedsView }) {
  if (view.kind === 'list') return <FeedList view={view} />;
  return (
    <Board kind="operational">
      <OfficerHeadline view={view} />
      <div className="span-5 officer-due">
        <DuePanel due={view.due} />
      </div>
      <div className="span-7 officer-send">
        <DropArea choices={view.choices} uploads={view.uploads} />
        <LastResultPanel data={view.last} day={view.asOfOn} />
      </div>
    </Board>
  );
}

function OfficerHeadline({ view }: { view: OfficerView }) {
  const t = useT();
  const f = useFormat();
  return (
    <Headline
      sentence={toSentence(t, f, view)}
      certainty="mid_round"
      asOf={f.date(view.asOfOn)}
      {...(view.publicationId === null ? {} : { publication: view.publicationId })}
    />
  );
}

function toSentence(
  t: ReturnType<typeof useT>,
  f: Format,
  { counts: { late, soon, waiting }, due, choices }: OfficerView,
): string {
  const decide = waiting > 0 ? [t('feeds.waitingSentence', { waiting: f.number(waiting) })] : [];
  const latest = due.ok ? due.value.find((row) => row.about === 'feed' && row.latePeriods > 0) : undefined;
  const longest =
    latest?.about === 'feed' && latest.days !== null && latest.periodName
      ? [t('feeds.latestSentence', { days: f.number(Math.max(1, latest.days)), period: latest.periodName })]
      : [];
  if (late > 0 && soon > 0)
    return [t('feeds.dueSentence', { late: f.number(late), soon: f.number(soon) }), ...longest, ...decide].join(' · ');
  if (late > 0) return [t('feeds.lateSentence', { late: f.number(late) }), ...longest, ...decide].join(' · ');
  if (soon > 0) return [t('feeds.dueSoonSentence', { soon: f.number(soon) }), ...decide].join(' · ');
  if (decide[0]) return decide[0];
  const next = due.ok ? due.value.find((row) => row.about === 'feed' && row.dueOn !== null) : undefined;
  if (next?.about === 'feed' && next.dueOn && next.days !== null)
    return t('feeds.nextSentence', {
      what: next.periodName ? t('feeds.forPeriod', { period: next.periodName }) : next.name,
      date: f.date(next.dueOn),
      days: f.number(-next.days),
    });
  return choices.length === 0 ? t('feeds.noneSentence') : t('feeds.nothingDue');
}
