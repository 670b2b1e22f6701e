import { useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { LinkButton } from './button.tsx';
import { CertaintyMark, type Certainty } from './certainty-mark.tsx';
import { WholeWords } from './whole-words.tsx';
import { useT } from './words.tsx';

export type HeadlineProps = {
  /** One sentence made from the numbers: value, verdict against plan, change, worst item. */
  sentence: string;
  certainty?: Certainty;
  /** Formatted date to which the figures stand. */
  asOf: string;
  publication?: number;
  /** Formatted percentage of the weight that has been reported. */
  coverage?: string;
  classification?: 'public' | 'internal' | 'restricted';
  /** The one control of the screen, beside the sentence: a segmented control. */
  control?: ReactNode;
  /** What to do next, as the screen's primary button. */
  action?: HeadlineAction;
  children?: ReactNode;
};

/** `opensSheet`: the page stays where it is, beneath a sheet. */
export type HeadlineAction = { label: string; href: string; opensSheet?: boolean };

/** First line of a screen, with the data's state and as-of once, beneath it; and the footer that paper carries. */
export function Headline({
  sentence,
  certainty,
  asOf,
  publication,
  coverage,
  classification,
  control,
  action,
  children,
}: HeadlineProps) {
  const t = useT();
  const isDemonstration = useIsDemonstration();
  const asOfWords = publication
    ? t('freshness.asOfPublication', { date: asOf, publication })
    : t('freshness.asOf', { date: asOf });
  return (
    <header className="headline">
      <div className="headline-words">
        <h1 className={isLong(sentence, control || action ? 40 : 56) ? 'long lines-2' : 'lines-2'}>
          <WholeWords text={sentence} />
        </h1>
        <div className="headline-facts">
          {certainty && <CertaintyMark certainty={certainty} />}
          {certainty === 'preliminary' && <span>{t('certainty.awaits')}</span>}
          {certainty === 'mid_round' && <span>{t('certainty.mayChange')}</span>}
          <span>{asOfWords}</span>
          {coverage && <span>{t('freshness.coverage', { percent: coverage })}</span>}
          {classification && <span>{t(`freshness.${classification}`)}</span>}
          {isDemonstration && <span className="demo-mark">{t('nav.demonstration')}</span>}
          {children}
        </div>
      </div>
      {control}
      {action && (
        <LinkButton
          kind="primary"
          className="headline-action"
          to={action.href}
          preventScrollReset={action.opensSheet}
          state={action.opensSheet ? { sheetOpened: true } : undefined}
        >
          {action.label}
        </LinkButton>
      )}
      <div className="print-footer" aria-hidden="true">
        <span>{t('nav.productName')}</span>
        <span>{asOfWords}</span>
        {classification && <span>{t('freshness.classification', { level: t(`freshness.${classification}`) })}</span>}
      </div>
    </header>
  );
}

/** Vowels and tone marks above and below take no width. A sentence too wide for one line at 28 px is set at 20 px. */
function isLong(sentence: string, most: number): boolean {
  return sentence.replace(/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g, '').length > most;
}

function useIsDemonstration(): boolean {
  const root = useRouteLoaderData('root') as { shell?: { isDemonstration: boolean } | null } | undefined;
  return root?.shell?.isDemonstration ?? false;
}
