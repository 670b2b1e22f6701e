import { EmptyState } from '#app/components/empty-state.tsx';
import { useFormat } from '#app/components/format.ts';
import { Board } from '#app/components/layout.tsx';
import { Panel } from '#app/components/panel.tsx';
import { useT } from '#app/components/words.tsx';
import { useScopeHref } from '#app/filters/scope-href.ts';
import { NumberSheet } from '#app/sheet/number-sheet.tsx';
import { AgreementBoard } from './agreement-board.tsx';
import { NationBoard } from './nation-board.tsx';
import { StrategicHeadline } from './strategic-headline.tsx';
import type { NothingView, StrategicView } from './strategic-view.ts';

/** Have we reached the objectives? One screen: a sentence, a number, a list, an action. */
export function StrategicPage({ view }: { view: StrategicView }) {
  return (
    <>
      {view.kind === 'nation' && <NationBoard view={view} />}
      {view.kind === 'agreement' && <AgreementBoard view={view} />}
      {view.kind === 'nothing' && <NothingBoard view={view} />}
      <NumberSheet view={view.sheet} />
    </>
  );
}

function NothingBoard({ view }: { view: NothingView }) {
  const t = useT();
  const f = useFormat();
  const href = useScopeHref();
  const facts = { year: f.fiscalYear(view.fiscalYear), unit: view.unit.name };
  const what = view.reason === 'no_agreement' ? t('strategic.noAgreement', facts) : t('strategic.noScore', facts);
  return (
    <Board kind="list">
      <StrategicHeadline view={view} sentence={what} />
      <Panel title={t('strategic.trajectory')} className="span-12">
        <EmptyState
          what={what}
          action={{ label: t('strategic.toAgreements'), href: href('/agreements', { fy: null }) }}
        />
      </Panel>
    </Board>
  );
}
