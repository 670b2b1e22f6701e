import type { EaGate } from './ea-gate.ts';

/** 1 feasibility · 2 detail and architecture · 3 planning · 4 development · 5 change management and go-live. */
export const PHASES = [1, 2, 3, 4, 5] as const;
export type Phase = (typeof PHASES)[number];

export type PhaseRule = 'phase_skipped' | 'phase_ea_gate';

/** Why a project may not enter a phase, or null. It may go back freely; phase 4 needs an open EA gate. */
export function checkPhaseChange(from: Phase | null, to: Phase, gate: EaGate): PhaseRule | null {
  if (to > (from ?? 0) + 1) return 'phase_skipped';
  return to >= 4 && (from ?? 0) < 4 && gate === 'blocked' ? 'phase_ea_gate' : null;
}
