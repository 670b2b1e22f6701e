import { StatusShape, type StatusCode } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import type { EaGate } from './projects-view.ts';

const SHAPES = {
  passed: 'achieved',
  blocking: 'below_plan',
  pending: 'no_data',
} as const satisfies Partial<Record<EaGate, StatusCode>>;

/**
 * State of the enterprise architecture gate: shape and word; a gate that is not needed, or need not be passed, has the word alone.
 * `isNamed`: says whose state it is, where nothing beside it does.
 */
export function GateMark({ gate, isNamed = false }: { gate: EaGate | null; isNamed?: boolean }) {
  const t = useT();
  if (gate === null) return <span className="quiet">–</span>;
  const state = t(`projects.gate_${gate}`);
  const words = isNamed ? t('projects.gateOf', { state }) : state;
  if (gate === 'not_needed' || gate === 'waived') return <span className="quiet">{words}</span>;
  return (
    <span className={`status is-${SHAPES[gate]}`}>
      <StatusShape status={SHAPES[gate]} />
      {words}
    </span>
  );
}
