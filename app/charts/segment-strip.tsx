import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { StatusShape, type StatusCode } from '#app/components/status-badge.tsx';
import { percent, round2 } from './scale.ts';

export type StripSegment = { key: string; label: string; count: number; status?: StatusCode; href?: string };

/** Counts side by side over one bar of their shares: objectives by status, projects by phase. */
export function SegmentStrip({ label, segments, note }: { label: string; segments: StripSegment[]; note?: ReactNode }) {
  return (
    <section className="strip" aria-label={label}>
      <h2 className="strip-label">{label}</h2>
      <ul className="strip-items">
        {segments.map((segment) => (
          <li key={segment.key}>
            <StripItem segment={segment} />
          </li>
        ))}
      </ul>
      {note && <span className="strip-note lines-1">{note}</span>}
      <svg className="strip-bar" aria-hidden="true" focusable="false">
        {toShares(segments).map((share) => (
          <rect
            key={share.key}
            className={share.status ? `is-${share.status} mark-fill` : 'bar-total'}
            x={percent(share.from)}
            width={percent(share.width)}
            height="100%"
          />
        ))}
      </svg>
    </section>
  );
}

function StripItem({ segment }: { segment: StripSegment }) {
  const body = (
    <>
      {segment.status && <StatusShape status={segment.status} />}
      <span>{segment.label}</span>
      <strong>{segment.count}</strong>
    </>
  );
  return segment.href ? (
    <Link className="strip-item" to={segment.href}>
      {body}
    </Link>
  ) : (
    <span className="strip-item">{body}</span>
  );
}

/** Share of each segment in percent, one after the other, a hair apart. */
export function toShares(
  segments: readonly StripSegment[],
): { key: string; status?: StatusCode; from: number; width: number }[] {
  const total = segments.reduce((sum, segment) => sum + segment.count, 0);
  let from = 0;
  return segments
    .filter((segment) => segment.count > 0)
    .map((segment) => {
      const share = (segment.count / total) * 100;
      const mark = {
        key: segment.key,
        status: segment.status,
        from: round2(from),
        width: round2(Math.max(0, share - 0.2)),
      };
      from += share;
      return mark;
    });
}
