import type { ReactNode } from 'react';

type BoardKind = 'strategic' | 'nation' | 'tactical' | 'operational' | 'list';

/**
 * A dashboard: twelve columns, eight in portrait, whose rows share the height that there is. Children are the headline
 * and panels with a `span-4` … `span-12` class; `nation` is the strategic
 * board with one wide panel in its first row; `list` is headline, a band, and one long panel.
 */
export function Board({ kind, children }: { kind: BoardKind; children: ReactNode }) {
  return <div className={`board board-${kind}`}>{children}</div>;
}

/** An ordinary page, which scrolls. */
export function Page({ children }: { children: ReactNode }) {
  return <div className="page stack">{children}</div>;
}
