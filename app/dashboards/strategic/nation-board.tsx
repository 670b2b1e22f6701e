import { MinistryDots } from '#app/charts/ministry-dots.tsx';
import { useFigures, useFormat } from '#app/components/format.ts';
import { Board } from '#app/components/layout.tsx';
import { ListRow, ListRows } from '#app/components/list-rows.tsx';
import { Panel } from '#app/components/panel.tsx';
import { valueOf } from '#app/components/panel-data.ts';
import { useT } from '#app/components/words.tsx';
import { useScopeHref } from '#app/filters/scope-href.ts';
import { sheetName } from '#app/sheet/sheet-name.ts';
import { useSheetHref } from '#app/sheet/sheet-link.tsx';
import { toBelowFirst } from './below-first.ts';
import { StatusStrip } from './status-strip.tsx';
import { StrategicHeadline } from './strategic-headline.tsx';
import { toBelowLine, toFittingName, toMinistryDotRow } from './strategic-series.ts';
import { toLowest, toNationSentence, toPreviousRoundWords } from './strategic-sentence.ts';
import type { NationView } from './strategic-view.ts';
import { UnitRows } from './unit-rows.tsx';
import { WeakestPanel } from './weakest-panel.tsx';

/** So many are named in the title; the dots have the others. */
const NAMED = 2;
/** The narrowest list takes names of so many letters on two lines. */
const MOVED_LETTERS = 28;

/** For the Prime Minister: the ministries as dots, those to look at first, what moved, and the KPIs furthest short of plan. */
export function NationBoard({ view }: { view: NationView }) {
  const t = useT();
  const f = useFormat();
  const href = useScopeHref();
  const lowest = toLowest(view);
  return (
    <Board kind="nation">
      <StrategicHeadline
        view={view}
        sentence={toNationSentence(view, { t, f })}
        action={
          lowest
            ? { label: t('strategic.openMinistry'), href: href('/strategic', { unit: lowest.unitCode }) }
            : undefined
        }
      />
      <DotsPanel view={view} />
      <BelowPanel view={view} />
      <MovedPanel view={view} />
      <WeakestPanel weakest={view.weakest} round={view.round} hasUnit />
      <StatusStrip
        label={t('strategic.ministries', { count: view.counts.total })}
        statuses={{ ok: true, value: view.counts.byStatus }}
        running={view.running}
        hrefOf={(status) => href('/tactical', { status })}
      />
    </Board>
  );
}

function DotsPanel({ view }: { view: NationView }) {
  const t = useT();
  const f = useFigures();
  const sheetHref = useSheetHref();
  const ministries = valueOf(view.ministries) ?? [];
  const below = toBelowLine(ministries);
  const names = below.slice(0, NAMED).map((one) => `${one.name} ${f.score(one.score!)}`);
  const more = below.length > NAMED ? [t('strategic.moreMinistries', { count: below.length - NAMED })] : [];
  return (
    <MinistryDots
      title={
        below.length > 0
          ? t('strategic.dotsNamed', { names: [...names, ...more].join(', ') })
          : t(view.ministries.ok ? 'strategic.dotsNone' : 'nav.agreements')
      }
      subtitle={t('strategic.dotsSubtitle', { count: view.counts.total })}
      dots={ministries.map((one) =>
        toMinistryDotRow(one, f.score, sheetHref(sheetName.agreementScore(one.agreementId, view.round, 'ALL'))),
      )}
      state={view.ministries.ok ? 'ready' : 'error'}
      className="span-12"
    />
  );
}

function BelowPanel({ view }: { view: NationView }) {
  const t = useT();
  const ministries = valueOf(view.ministries) ?? [];
  const isAll = ministries.filter(({ gap }) => gap !== null).length === view.counts.total;
  const { found, rows } = toBelowFirst(ministries, (one) => one.gap, { most: 4, isAll });
  return (
    <Panel
      title={t(`strategic.ministries_${view.ministries.ok ? found : 'below'}`)}
      state={view.ministries.ok ? 'ok' : 'failed'}
      className="span-4"
    >
      <UnitRows units={rows} />
    </Panel>
  );
}

function MovedPanel({ view }: { view: NationView }) {
  const t = useT();
  const f = useFigures();
  const href = useScopeHref();
  const moved = valueOf(view.moved) ?? [];
  const round = toPreviousRoundWords(view, { t, f });
  const title = moved.length > 0 || !view.moved.ok ? t('strategic.moved', { round }) : t('strategic.movedNone');
  return (
    <Panel title={title} state={view.moved.ok ? 'ok' : 'failed'} className="span-3">
      <ListRows label={title}>
        {moved.map((one) => (
          <ListRow
            key={one.unitCode}
            href={href('/strategic', { unit: one.unitCode })}
            primary={toFittingName(one, MOVED_LETTERS)}
            trailing={<span className="number strong">{f.change(one.change!)}</span>}
          />
        ))}
      </ListRows>
    </Panel>
  );
}
