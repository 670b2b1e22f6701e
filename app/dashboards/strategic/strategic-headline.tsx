import { Link } from '@remix-run/react';
import { useFormat } from '#app/components/format.ts';
import { Headline, type HeadlineAction } from '#app/components/headline.tsx';
import { useT } from '#app/components/words.tsx';
import { useHereHref } from '#app/filters/scope-href.ts';
import type { StrategicFrame } from './strategic-view.ts';

/** The sentence, and once beneath it how certain, as of when, how much of the weight, and of which slice it is. */
export function StrategicHeadline({
  view,
  sentence,
  coverage,
  action,
}: {
  view: StrategicFrame;
  sentence: string;
  coverage?: string;
  action?: HeadlineAction;
}) {
  const t = useT();
  const f = useFormat();
  const here = useHereHref();
  const sliceWords = useSliceWords(view.slice);
  return (
    <Headline
      sentence={sentence}
      certainty={view.certainty ?? undefined}
      asOf={f.date(view.asOfOn)}
      publication={view.publicationId ?? undefined}
      coverage={coverage}
      action={action}
    >
      {sliceWords && (
        <span>
          {sliceWords} <Link to={here({ slice: null })}>{t('strategic.sliceOff')}</Link>
        </span>
      )}
    </Headline>
  );
}

/** What of the screen the slice cuts: a perspective all of it, others the KPIs, a province nothing that agreements score. */
function useSliceWords({ kind, name }: StrategicFrame['slice']): string | null {
  const t = useT();
  switch (kind) {
    case 'all':
      return null;
    case 'perspective':
      return t('strategic.sliceOnly', { slice: name });
    case 'province':
      return t('strategic.sliceNone');
    default:
      return t('strategic.sliceKpis', { slice: name });
  }
}

export const isPerspective = (code: string): code is 'EFF' | 'QUA' | 'EFI' | 'ORG' =>
  ['EFF', 'QUA', 'EFI', 'ORG'].includes(code);
