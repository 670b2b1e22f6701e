import { useT } from '#app/components/words.tsx';
import type { FeedChoice } from './feeds-view.ts';

/** The empty form to fill in, where all feeds that can be chosen take the same one. */
export function EmptyFormLink({ of }: { of: readonly FeedChoice[] }) {
  const t = useT();
  const [href, ...others] = new Set(of.map(({ formHref }) => formHref));
  if (!href || others.length > 0) return null;
  return (
    <a href={href} download>
      {t('feeds.emptyForm')}
    </a>
  );
}
