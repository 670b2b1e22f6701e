import { Panel } from '#app/components/panel.tsx';
import { useT } from '#app/components/words.tsx';
import { GateMark } from './gate-mark.tsx';
import type { ProjectFacts } from './project-view.ts';

/** The enterprise architecture gate; a waiver is shown with its reason. */
export function GatePanel({ project }: { project: ProjectFacts }) {
  const t = useT();
  const { eaGate, eaWaiverReason } = project;
  const sentence = {
    not_needed: () => t('projects.gateNotNeeded'),
    passed: () => t('projects.gatePassed'),
    waived: () => t('projects.gateWaived', { reason: eaWaiverReason ?? '–' }),
    blocking: () => t('projects.gateBlockingNow'),
    pending: () => t('projects.gatePending'),
  };
  return (
    <Panel title={t('projects.gateTitle')} action={<GateMark gate={eaGate} />}>
      <p>{eaGate === null ? t('status.no_data') : sentence[eaGate]()}</p>
    </Panel>
  );
}
