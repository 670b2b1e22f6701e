import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Sparkline } from '#app/charts/sparkline.tsx';
import { DataStateMark, type DataState } from './data-state-mark.tsx';
import { StatusBadge, type StatusCode } from './status-badge.tsx';
import { useT } from './words.tsx';

export type TileProps = {
  name: string;
  /** Formatted; null when there is none, and `state` says why. */
  value: string | null;
  unit?: string;
  /** Formatted target. */
  target?: string;
  status?: StatusCode;
  statusKind?: 'kpi' | 'project';
  /** Formatted change since the last round, with its sign. */
  change?: string;
  trend?: (number | null)[];
  state?: DataState;
  /** Only where it differs from the screen's own. */
  asOf?: string;
  href?: string;
  /** This tile is the filter that is on. */
  current?: boolean;
  className?: string;
  children?: ReactNode;
};

/** One number: name, value and unit, target, status, trend. Tapping it asks where it comes from. */
export function Tile(props: TileProps) {
  if (!props.href)
    return (
      <div className={classOf(props)}>
        <TileBody {...props} />
      </div>
    );
  return (
    <Link
      className={classOf(props)}
      to={props.href}
      preventScrollReset
      state={{ sheetOpened: props.href.includes('sheet=') }}
      aria-current={props.current ? 'true' : undefined}
    >
      <TileBody {...props} />
    </Link>
  );
}

function TileBody({ name, value, unit, target, status, statusKind, change, trend, state, asOf, children }: TileProps) {
  const t = useT();
  return (
    <>
      <span className="tile-name lines-2">{name}</span>
      <span className="side-by-side">
        <span className="tile-value">
          {value ?? <DataStateMark state={state ?? 'missing'} />}
          {value !== null && unit && <small>{`\u00a0${unit}`}</small>}
        </span>
        {trend && <Sparkline values={trend} />}
      </span>
      <span className="tile-foot">
        {status && <StatusBadge status={status} kind={statusKind} />}
        {target && <span>{t('measure.targetValue', { value: target })}</span>}
        {change && <span>{`${change} ${t('measure.againstLastRound')}`}</span>}
        {asOf && <span>{t('freshness.asOf', { date: asOf })}</span>}
        {children}
      </span>
    </>
  );
}

const classOf = ({ className }: TileProps) => (className ? `tile ${className}` : 'tile');
