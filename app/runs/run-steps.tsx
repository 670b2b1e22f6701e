import { DataStateDrawing } from '#app/components/data-state-mark.tsx';
import { useFormat } from '#app/components/format.ts';
import { useT } from '#app/components/words.tsx';
import type { RunStage } from './run-view.ts';

const STEPS = ['waiting', 'keeping', 'staging', 'checking', 'publishing'] as const;

/** How far a load is. Nothing counts as loaded before the last step is through. */
export function RunSteps({ stage, read }: { stage: RunStage; read: number }) {
  const t = useT();
  const f = useFormat();
  const at = STEPS.findIndex((step) => step === stage);
  // A load that need not wait has no such step to show.
  const shown = stage === 'waiting' ? STEPS : STEPS.slice(1);
  return (
    <ol className="run-steps" aria-label={t('runs.steps')}>
      {shown.map((step) => {
        const place = STEPS.indexOf(step);
        const isNow = place === at;
        return (
          <li key={step} aria-current={isNow ? 'step' : undefined} className={isNow ? 'strong' : 'quiet'}>
            <DataStateDrawing state={place < at ? 'reported' : isNow ? 'estimated' : 'not_due'} />
            <span>{t(`runStage.${step}`)}</span>
            {isNow && read > 0 && <span className="number">{t('operational.reading', { read: f.number(read) })}</span>}
          </li>
        );
      })}
    </ol>
  );
}
