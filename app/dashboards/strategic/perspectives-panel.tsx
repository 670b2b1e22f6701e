import { BulletChart } from '#app/charts/bullet-chart.tsx';
import { useFigures } from '#app/components/format.ts';
import { useT } from '#app/components/words.tsx';
import { sheetName } from '#app/sheet/sheet-name.ts';
import { useSheetHref } from '#app/sheet/sheet-link.tsx';
import { isPerspective } from './strategic-headline.tsx';
import { toScoreBullet, toWeakest } from './strategic-series.ts';
import type { AgreementView } from './strategic-view.ts';

/** The four perspectives against their plans; the weakest is the title. */
export function PerspectivesPanel({ view }: { view: AgreementView }) {
  const t = useT();
  const f = useFigures();
  const sheetHref = useSheetHref();
  const nameOf = (code: string) => (isPerspective(code) ? t(`perspective.${code}`) : code);
  const weakest = toWeakest(view.perspectives);
  return (
    <BulletChart
      className="span-3"
      title={
        weakest ? t('strategic.weakestPerspective', { name: nameOf(weakest.perspective) }) : t('strategic.perspectives')
      }
      subtitle={t('strategic.perspectivesSubtitle')}
      hasKey
      line={null}
      rows={view.perspectives.map((one) =>
        toScoreBullet(
          one,
          nameOf(one.perspective),
          f.score,
          sheetHref(sheetName.agreementScore(view.agreement.id, view.round, one.perspective)),
        ),
      )}
      state={view.perspectives.length === 0 ? 'empty' : 'ready'}
    />
  );
}
