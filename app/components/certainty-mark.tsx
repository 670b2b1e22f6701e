import { useT } from './words.tsx';

export type Certainty = 'mid_round' | 'preliminary' | 'certified' | 'final';

/** How certain the figures of the screen are; stands once, under the headline. */
export function CertaintyMark({ certainty }: { certainty: Certainty }) {
  const t = useT();
  return (
    <span className="mark">
      <svg className="mark-drawing" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        {DRAWINGS[certainty]}
      </svg>
      {t(`certainty.${certainty}`)}
    </span>
  );
}

const ring = { fill: 'none', stroke: 'currentColor', strokeWidth: 2 } as const;

const DRAWINGS = {
  mid_round: (
    <>
      <circle cx="10" cy="10" r="7" {...ring} strokeWidth={1} opacity={0.5} />
      <path d="M10 3a7 7 0 0 1 0 14" {...ring} />
    </>
  ),
  preliminary: <circle cx="10" cy="10" r="7" {...ring} />,
  certified: (
    <>
      <circle cx="10" cy="10" r="8" {...ring} strokeWidth={1.5} />
      <circle cx="10" cy="10" r="4" {...ring} strokeWidth={1.5} />
    </>
  ),
  final: (
    <>
      <rect x="4" y="9" width="12" height="8" rx="1.5" fill="currentColor" />
      <path d="M6.5 9V6.5a3.5 3.5 0 0 1 7 0V9" {...ring} />
    </>
  ),
} as const;
