import { CertaintyMark } from '#app/components/certainty-mark.tsx';
import { ListRow } from '#app/components/list-rows.tsx';
import { ErrorPanel } from '#app/components/error-panel.tsx';
import { useFormat } from '#app/components/format.ts';
import { useT } from '#app/components/words.tsx';
import { useHereHref } from '#app/filters/scope-href.ts';
import { Sheet } from '#app/sheet/sheet.tsx';
import type { ShellView } from './shell-view.ts';

/** Fiscal years, newest first, with their rounds and how certain each is. */
export function RoundSheet({ view }: { view: ShellView }) {
  const t = useT();
  const format = useFormat();
  const here = useHereHref();
  return (
    <Sheet title={t('shell.chooseRound')}>
      {view.years?.ok === false && <ErrorPanel />}
      {(view.years?.ok ? view.years.value : []).map(({ fiscalYear, rounds }) => (
        <section key={fiscalYear}>
          <h3>{format.fiscalYear(fiscalYear)}</h3>
          <ul className="list-rows">
            {rounds.map(({ round, certainty }) => {
              const isShown = fiscalYear === view.fiscalYear && round === view.round;
              return (
                <ListRow
                  key={round}
                  href={certainty ? here({ fy: fiscalYear, round, asOf: null }) : undefined}
                  primary={<span aria-current={isShown ? 'true' : undefined}>{format.round(round)}</span>}
                  trailing={
                    certainty ? (
                      <CertaintyMark certainty={certainty} />
                    ) : (
                      <span className="quiet">{t('dataState.not_due')}</span>
                    )
                  }
                />
              );
            })}
          </ul>
        </section>
      ))}
    </Sheet>
  );
}
