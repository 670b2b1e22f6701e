import { useFigures } from '#app/components/format.ts';
import { Panel } from '#app/components/panel.tsx';
import { useT } from '#app/components/words.tsx';
import type { RunView } from './run-view.ts';

/** Read = taken in + unchanged + refused, always; of a run that failed midway, in words, that nothing was taken in. */
export function RunAccount({ run }: Pick<RunView, 'run'>) {
  const t = useT();
  const f = useFigures();
  const { counts, faulty, status } = run;
  if (status === 'failed')
    return (
      <Panel title={t('runs.account')}>
        <p>{t('runs.nothingTaken', { read: f.number(counts.read) })}</p>
      </Panel>
    );
  const parts = [
    ['', 'runs.read', counts.read],
    ['=', 'runs.accepted', counts.accepted],
    ['+', 'runs.unchangedCount', counts.unchanged],
    ['+', 'runs.rejected', counts.rejected],
  ] as const;
  return (
    <Panel title={t('runs.account')} subtitle={t('runs.accountMeasure')}>
      <dl className="run-account">
        {parts.map(([sign, name, count]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>
              {sign && <span className="run-sign">{sign}</span>}
              <span className="t36 strong">{f.number(count)}</span>
            </dd>
          </div>
        ))}
        <div className="run-warnings">
          <dt>{t('runs.warnings')}</dt>
          <dd>
            <span className="t36">{f.number(counts.warnings)}</span>
          </dd>
        </div>
      </dl>
      {faulty !== null && faulty < counts.read && (
        <p>{t('runs.refusedWhole', { faulty: f.number(faulty), others: f.number(counts.read - faulty) })}</p>
      )}
    </Panel>
  );
}
