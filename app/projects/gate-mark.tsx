import { StatusShape, type StatusCode } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import type { EaGate } from './projects-view.ts';

const SHAPES = {
  passed: 'achieved',
  blocking: 'below_plan',
  pending: 'no_data',
} as const satisfies Partial<Record<EaGate, StatusCode>>;

/** State of the enterprise architecture gate: shape and word; a gate that is not needed, or need not be passed, has the word alone. */
export function GateMark({ gate }: { gate: EaGate | null }) {
  const t = useT();
  if (gate === null) return <span className="quiet">–</span>;
  if (gate === 'not_needed' || gate === 'waived') return <span className="quiet">{t(`projects.gate_${gate}`)}</span>;
  return (
    <span className={`status is-${SHAPES[gate]}`}>
      <StatusShape status={SHAPES[gate]} />
      {t(`projects.gate_${gate}`)}
    </span>
  );
}
