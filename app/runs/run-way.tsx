import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { RunAct } from '#domain/hierarchy/run-acts.ts';
import { Button, LinkButton } from '#app/components/button.tsx';
import { CsrfField } from '#app/components/csrf-field.tsx';
import { useFormat } from '#app/components/format.ts';
import { FormField } from '#app/components/form-field.tsx';
import { Panel } from '#app/components/panel.tsx';
import { useT } from '#app/components/words.tsx';
import type { RunView } from './run-view.ts';

/** How far up a run is, who decided what, and what the reader may do now. */
export function RunWay({ view, refusal }: { view: RunView; refusal: string | null }) {
  const t = useT();
  const { acts, waitsFor, run, request } = view;
  const standing = waitsFor
    ? t(`runs.waits${waitsFor}`)
    : t(run.levels > 0 ? 'runs.waitsNobody' : 'runs.nothingToDecide');
  const refused = refusal ?? (request?.status === 'refused' ? request.refusal : null);
  const isUnderWay = request?.status === 'waiting';
  return (
    <Panel title={t('runs.way')} subtitle={standing}>
      <Decisions decisions={view.decisions} />
      {refused && (
        <p className="run-failure" role="alert">
          {refusalSentence(t, refused)}
        </p>
      )}
      {isUnderWay ? <p role="status">{t('runs.underWay')}</p> : <Acts acts={acts} />}
      {!isUnderWay && run.feed && needsMending(view) && (
        <p className="run-acts">
          <LinkButton to={`/feeds/${encodeURIComponent(run.feed.code)}`}>{t('runs.sendAgain')}</LinkButton>
        </p>
      )}
    </Panel>
  );
}

function Decisions({ decisions }: Pick<RunView, 'decisions'>) {
  const t = useT();
  const f = useFormat();
  if (decisions.length === 0) return <p className="quiet">{t('runs.noDecisions')}</p>;
  return (
    <ol className="run-decisions">
      {decisions.map(({ decision, level, decidedAt, title, name, remark }) => (
        <li key={`${decision}-${decidedAt}`}>
          <span className="strong">{t(`decision.${decision}`)}</span>
          {` · ${[title, name].filter(Boolean).join(' ') || t(`runs.level${level}`)} · ${f.dateTime(decidedAt)}`}
          {remark && <blockquote>{remark}</blockquote>}
        </li>
      ))}
    </ol>
  );
}

/** One primary button: to pass on, or to take. What cannot be undone lightly opens first. */
function Acts({ acts }: { acts: RunAct[] }) {
  const t = useT();
  const main = acts.find((act) => act === 'submit' || act === 'accept');
  if (acts.length === 0) return null;
  return (
    <div className="run-acts">
      {main && (
        <ActForm act={main}>
          <Button kind="primary">{t(`runs.${main}`)}</Button>
        </ActForm>
      )}
      {acts.includes('return') && (
        <details className="run-more">
          <summary className="button">{t('runs.return')}</summary>
          <ActForm act="return">
            <FormField
              label={t('runs.remark')}
              hint={t('runs.remarkHint')}
              name="remark"
              rows={3}
              required
              maxLength={2000}
            />
            <Button>{t('runs.return')}</Button>
          </ActForm>
        </details>
      )}
      {acts.includes('withdraw') && (
        <details className="run-more">
          <summary className="button">{t('runs.withdraw')}</summary>
          <ActForm act="withdraw">
            <p>{t('runs.withdrawHint')}</p>
            <Button kind="danger">{t('runs.withdrawSure')}</Button>
          </ActForm>
        </details>
      )}
    </div>
  );
}

function ActForm({ act, children }: { act: RunAct; children: ReactNode }) {
  return (
    <Form method="post" className="stack-tight" preventScrollReset>
      <CsrfField />
      <input type="hidden" name="act" value={act} />
      {children}
    </Form>
  );
}

const REFUSALS = [
  'aide_may_not_decide',
  'run_not_found',
  'unknown_act',
  'run_not_decidable',
  'not_the_sender',
  'not_the_level_above',
  'not_submitted',
  'remark_needed',
  'already_asked',
  'not_for_dataset',
] as const;

function refusalSentence(t: ReturnType<typeof useT>, code: string): string {
  return t(`actRefusal.${REFUSALS.find((one) => one === code) ?? 'failed'}`);
}

/** Something was refused or given back, and the reader is who sends. */
function needsMending({ run, decisions, acts }: RunView): boolean {
  const isReturned = decisions.at(-1)?.decision === 'returned';
  return (
    (run.counts.rejected > 0 || isReturned || run.status === 'refused') &&
    (acts.includes('withdraw') || run.status === 'refused')
  );
}
