import { LinkButton } from './button.tsx';
import { useT } from './words.tsx';

export function Pagination({
  page,
  pages,
  hrefFor,
}: {
  page: number;
  pages: number;
  hrefFor: (page: number) => string;
}) {
  const t = useT();
  if (pages <= 1) return null;
  return (
    <nav className="pagination" aria-label={t('nav.pages')}>
      {page > 1 && <LinkButton to={hrefFor(page - 1)}>{t('nav.previousPage')}</LinkButton>}
      <span>{t('nav.pageOf', { page, pages })}</span>
      {page < pages && <LinkButton to={hrefFor(page + 1)}>{t('nav.nextPage')}</LinkButton>}
    </nav>
  );
}
