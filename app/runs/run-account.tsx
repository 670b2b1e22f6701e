import { useFigures } from '#app/components/format.ts';
import { Panel } from '#app/components/panel.tsx';
import { useT } from '#app/components/words.tsx';
import type { RunView } from './run-view.ts';

/**
 * Read = taken in + unchanged + refused, always. Where a file was refused whole, what had passed the rules is named beside them:
 * it was not taken in either.
 */
export function RunAccount({ counts, isDone }: Pick<RunView['run'], 'counts'> & { isDone: boolean }) {
  const t = useT();
  const f = useFigures();
  const held = counts.read - counts.accepted - counts.unchanged - counts.rejected;
  const parts = [
    ['', 'runs.read', counts.read],
    ['=', 'runs.accepted', counts.accepted],
    ['+', 'runs.unchangedCount', counts.unchanged],
    ['+', 'runs.rejected', counts.rejected],
    ...(isDone && held > 0 ? ([['+', 'runs.held', held]] as const) : []),
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
    </Panel>
  );
}
