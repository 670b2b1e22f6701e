import type { ReactNode } from 'react';
import { useId } from 'react';
import { ErrorPanel } from './error-panel.tsx';

export type PanelProps = {
  /** The finding, as a short sentence. */
  title: string;
  /** Measure and unit. */
  subtitle?: string;
  action?: ReactNode;
  /** `failed`: this panel could not be read; the page around it lives. */
  state?: 'ok' | 'failed' | 'loading';
  className?: string;
  children?: ReactNode;
};

/** One framed piece of a page, a region named by its title. */
export function Panel({ title, subtitle, action, state = 'ok', className = '', children }: PanelProps) {
  const id = useId();
  return (
    <section
      className={`panel ${state === 'loading' ? 'panel-loading ' : ''}${className}`}
      aria-labelledby={id}
      aria-busy={state === 'loading' || undefined}
    >
      <div className="panel-head">
        <div>
          <h2 id={id} className="lines-2">
            {title}
          </h2>
          {subtitle && <p>{subtitle}</p>}
        </div>
        {action && <div className="panel-action">{action}</div>}
      </div>
      <div className="panel-body">{state === 'failed' ? <ErrorPanel /> : children}</div>
    </section>
  );
}
