import { Link } from '@remix-run/react';
import { useT } from './words.tsx';

/** From the top down to this page, which stands last and is no link. */
export function Breadcrumb({ items }: { items: { label: string; href?: string }[] }) {
  const t = useT();
  return (
    <nav className="breadcrumb" aria-label={t('nav.breadcrumb')}>
      <ol>
        {items.map((item, index) => (
          <li key={`${index}-${item.label}`}>
            {item.href ? <Link to={item.href}>{item.label}</Link> : <span aria-current="page">{item.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
