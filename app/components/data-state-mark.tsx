import { useT } from './words.tsx';

export type DataState =
  'reported' | 'zero' | 'not_due' | 'missing' | 'rejected' | 'withheld' | 'not_applicable' | 'estimated';

/** Why a value is not there, or how it is there, as a drawn mark with its word. Marks, not colours. */
export function DataStateMark({ state, bare = false }: { state: DataState; bare?: boolean }) {
  const t = useT();
  const word = t(`dataState.${state}`);
  return (
    <span className="mark">
      <DataStateDrawing state={state} />
      <span className={bare && state !== 'zero' ? 'hidden-text' : undefined}>{word}</span>
    </span>
  );
}

export function DataStateDrawing({ state }: { state: DataState }) {
  if (STATE_DRAWINGS[state] === null) return null;
  return (
    <svg className="mark-drawing" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {STATE_DRAWINGS[state]}
    </svg>
  );
}

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5, strokeLinecap: 'round' } as const;
const hatch = <path d="M1 7l6-6M1 13L13 1M1 19L19 1M7 19L19 7M13 19l6-6" {...line} strokeWidth={1} opacity={0.6} />;

/** On a 20 × 20 square in the current colour; the dot calendar places them as marks. */
export const STATE_DRAWINGS = {
  reported: <circle cx="10" cy="10" r="7" fill="currentColor" />,
  zero: null,
  not_due: <circle cx="10" cy="10" r="7" {...line} />,
  missing: (
    <>
      {hatch}
      <circle cx="10" cy="10" r="6" fill="var(--panel)" stroke="currentColor" strokeWidth="1.5" />
      <path d="M10 6.5V10l2.5 1.5" {...line} />
    </>
  ),
  rejected: (
    <>
      {hatch}
      <circle cx="10" cy="10" r="6" fill="var(--panel)" />
      <path d="M6.5 6.5l7 7M13.5 6.5l-7 7" {...line} strokeWidth={2} />
    </>
  ),
  withheld: (
    <>
      <rect x="4" y="9" width="12" height="8" rx="1.5" fill="currentColor" />
      <path d="M6.5 9V6.5a3.5 3.5 0 0 1 7 0V9" {...line} strokeWidth={2} />
    </>
  ),
  not_applicable: null,
  estimated: <circle cx="10" cy="10" r="7" {...line} strokeDasharray="3 2.5" />,
} as const;
