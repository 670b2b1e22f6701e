import { Link } from '@remix-run/react';

export type Segment = { label: string; href: string; current?: boolean; count?: number | string };

/** One of a few views at a time. Links, so that the choice is in the URL and works without scripts. */
export function SegmentedControl({ label, items }: { label: string; items: Segment[] }) {
  return (
    <nav className="segmented" aria-label={label}>
      {items.map((item) => (
        <Link
          key={item.href}
          to={item.href}
          aria-current={item.current ? 'true' : undefined}
          preventScrollReset
          replace
        >
          {item.label}
          {item.count !== undefined && <span>{item.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
