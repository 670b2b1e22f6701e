import { useT } from './words.tsx';

export type StatusCode = 'achieved' | 'on_plan' | 'at_risk' | 'below_plan' | 'no_data';

/** Shape, word and colour together. Projects say ล่าช้า where indicators say ต่ำกว่าแผน. */
export function StatusBadge({
  status,
  kind = 'kpi',
  tinted = false,
}: {
  status: StatusCode;
  kind?: 'kpi' | 'project';
  tinted?: boolean;
}) {
  const word = useStatusWord(kind);
  return (
    <span className={`status is-${status}${tinted ? ` status-tinted tint-${status}` : ''}`}>
      <StatusShape status={status} />
      {word(status)}
    </span>
  );
}

export function useStatusWord(kind: 'kpi' | 'project' = 'kpi'): (status: StatusCode) => string {
  const t = useT();
  return (status) => t(status === 'below_plan' && kind === 'project' ? 'status.delayed' : `status.${status}`);
}

/** Only the sign, where the word stands beside it already. The font has no such glyphs, so they are drawn. */
export function StatusShape({ status }: { status: StatusCode }) {
  return (
    <svg className={`shape is-${status}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {SHAPES[status]}
    </svg>
  );
}

/** The shapes on a 16 × 16 square, drawn in the current colour; charts place them as marks. */
export const SHAPES = {
  achieved: (
    <>
      <circle cx="8" cy="8" r="8" fill="currentColor" />
      <path
        d="M4.4 8.3l2.4 2.5 4.8-5.2"
        fill="none"
        stroke="var(--panel)"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  on_plan: <circle cx="8" cy="8" r="7" fill="currentColor" />,
  at_risk: <path d="M8 1l7.5 13.5H.5z" fill="currentColor" />,
  below_plan: <rect x="1.5" y="1.5" width="13" height="13" fill="currentColor" />,
  no_data: <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="3.4 2.6" />,
} as const;
