import { EmptyState } from '#app/components/empty-state.tsx';
import { useFigures, useFormat } from '#app/components/format.ts';
import { ListRow, ListRows } from '#app/components/list-rows.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { Panel } from '#app/components/panel.tsx';
import { DataStateDrawing } from '#app/components/data-state-mark.tsx';
import { useT } from '#app/components/words.tsx';
import { useHereHref } from '#app/filters/scope-href.ts';
import { FindingLine } from './finding-line.tsx';
import type { RunView } from './run-view.ts';

/** What the rules found: by rule with its count, then row by row with the sender's own address. */
export function RunFindings({ view, isOpen }: { view: RunView; isOpen: boolean }) {
  const t = useT();
  const f = useFormat();
  const here = useHereHref();
  const { rules, findings, run } = view;
  const isKept = areKept(view);
  const isEmpty = findings.ok && findings.value.rows.length === 0;
  return (
    <Panel
      title={t('runs.findings')}
      subtitle={t('runs.findingsOf', {
        rejected: f.number(run.faulty ?? run.counts.rejected),
        warnings: f.number(run.counts.warnings),
      })}
      state={findings.ok ? 'ok' : 'failed'}
      className="run-findings"
    >
      {(rules.length > 1 || (isKept && rules.length > 0)) && <Rules view={view} isKept={isKept} />}
      {isEmpty && <EmptyState what={t(`runs.${whyEmpty(view, isOpen)}`)} />}
      {findings.ok && !isEmpty && (
        <>
          <ul className="finding-lines">
            {findings.value.rows.map((finding) => (
              <FindingLine key={finding.seq} finding={finding} hasRow />
            ))}
          </ul>
          <Pagination page={findings.value.page} pages={findings.value.pages} hrefFor={(page) => here({ page })} />
        </>
      )}
    </Panel>
  );
}

/** Whether the reader is shown how often each rule spoke and none of the cells: as the database says, or as the empty list does. */
function areKept({ areFindingsKept, rules, findings }: RunView): boolean {
  if (areFindingsKept || !findings.ok) return areFindingsKept;
  const { rows, ruleKey, page } = findings.value;
  return rules.length > 0 && rows.length === 0 && ruleKey === null && page === 1;
}

function whyEmpty(view: RunView, isOpen: boolean) {
  if (areKept(view) && (isOpen || view.rules.length > 0)) return 'findingsKept';
  return isOpen ? 'noFindingsYet' : 'noFindings';
}

/** Each rule that spoke; tapping the one that is on shows all again. */
function Rules({ view: { rules, findings }, isKept }: { view: RunView; isKept: boolean }) {
  const t = useT();
  const figures = useFigures();
  const here = useHereHref();
  const current = findings.ok ? findings.value.ruleKey : null;
  return (
    <ListRows label={t('runs.rules')}>
      {rules.map(({ key, severity, count, sentence }) => (
        <ListRow
          key={key}
          keepScroll
          {...(isKept ? {} : { href: here({ rule: current === key ? null : key, page: null }) })}
          leading={<DataStateDrawing state={severity === 'rejection' ? 'rejected' : 'not_due'} />}
          primary={<span className={current === key ? 'strong' : undefined}>{sentence}</span>}
          trailing={`${t(`runs.${severity}`)} ${figures.number(count)}`}
        />
      ))}
    </ListRows>
  );
}
