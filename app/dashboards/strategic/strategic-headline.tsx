import { Link } from '@remix-run/react';
import { useFormat } from '#app/components/format.ts';
import { Headline } from '#app/components/headline.tsx';
import { useT } from '#app/components/words.tsx';
import { useHereHref } from '#app/filters/scope-href.ts';
import type { StrategicFrame } from './strategic-view.ts';

/** The sentence, and once beneath it how certain, as of when, how much of the weight, and of which slice it is. */
export function StrategicHeadline({
  view,
  sentence,
  coverage,
}: {
  view: StrategicFrame;
  sentence: string;
  coverage?: string;
}) {
  const t = useT();
  const f = useFormat();
  const here = useHereHref();
  const sliceName = useSliceName(view.slice);
  return (
    <Headline
      sentence={sentence}
      certainty={view.certainty ?? undefined}
      asOf={f.date(view.asOfOn)}
      publication={view.publicationId ?? undefined}
      coverage={coverage}
    >
      {sliceName && (
        <span>
          {t('strategic.sliceOnly', { slice: sliceName })}{' '}
          <Link to={here({ slice: null })}>{t('strategic.sliceOff')}</Link>
        </span>
      )}
    </Headline>
  );
}

/** Perspectives have a word of their own; other slices go by their code. */
export function useSliceName({ kind, code }: StrategicFrame['slice']): string | null {
  const t = useT();
  if (kind === 'all') return null;
  return kind === 'perspective' && isPerspective(code) ? t(`perspective.${code}`) : code;
}

export const isPerspective = (code: string): code is 'EFF' | 'QUA' | 'EFI' | 'ORG' =>
  ['EFF', 'QUA', 'EFI', 'ORG'].includes(code);
