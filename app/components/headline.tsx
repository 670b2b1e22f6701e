import type { ReactNode } from 'react';
import { CertaintyMark, type Certainty } from './certainty-mark.tsx';
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
  children?: ReactNode;
};

/** First line of a screen, with the data's state and as-of once, beneath it; and the footer that paper carries. */
export function Headline({
  sentence,
  certainty,
  asOf,
  publication,
  coverage,
  classification,
  children,
}: HeadlineProps) {
  const t = useT();
  const asOfWords = publication
    ? t('freshness.asOfPublication', { date: asOf, publication })
    : t('freshness.asOf', { date: asOf });
  return (
    <header className="headline">
      <h1 className={sentence.length > 84 ? 'long lines-2' : 'lines-2'}>{sentence}</h1>
      <div className="headline-facts">
        {certainty && <CertaintyMark certainty={certainty} />}
        <span>{asOfWords}</span>
        {coverage && <span>{t('freshness.coverage', { percent: coverage })}</span>}
        {classification && <span>{t(`freshness.${classification}`)}</span>}
        {children}
      </div>
      <div className="print-footer" aria-hidden="true">
        <span>{t('nav.productName')}</span>
        <span>{asOfWords}</span>
        {classification && <span>{t('freshness.classification', { level: t(`freshness.${classification}`) })}</span>}
      </div>
    </header>
  );
}
