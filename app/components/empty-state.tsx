import { LinkButton } from './button.tsx';
import { useT } from './words.tsx';

export type EmptyStateProps = {
  /** What is missing, a sentence. */
  what: string;
  /** Who owes it (unit or position), and by when (a formatted date). */
  who?: string;
  by?: string;
  action?: { label: string; href: string };
};

/** Never a bare axis: what is missing, who owes it, by when, one button. */
export function EmptyState({ what, who, by, action }: EmptyStateProps) {
  const t = useT();
  const facts = [who && t('empty.who', { who }), by && t('empty.by', { date: by })].filter(Boolean);
  return (
    <div className="empty">
      <p>{what}</p>
      {facts.length > 0 && <p>{facts.join(' · ')}</p>}
      {action && <LinkButton to={action.href}>{action.label}</LinkButton>}
    </div>
  );
}
