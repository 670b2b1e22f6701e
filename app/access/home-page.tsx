import { LinkButton } from '#app/components/button.tsx';
import { useFormat } from '#app/components/format.ts';
import { Page } from '#app/components/layout.tsx';
import { useT } from '#app/components/words.tsx';
import type { HomeView } from './home-view.ts';

const commandsOf = (fiscalYear: number): Record<HomeView['steps'][number]['code'], string[]> => ({
  people: [
    'npm run access -- positions --unit 03003',
    'npm run access -- person --login … --name-th … --name-en … --position officer-03003',
  ],
  indicators: [
    'npm run etl -- template indicator -o indicator.xlsx',
    'npm run etl -- load indicator.xlsx --dataset indicator',
  ],
  agreements: [
    'npm run etl -- template agreement -o agreement.xlsx',
    'npm run etl -- load agreement.xlsx --dataset agreement',
  ],
  feeds: ['npm run etl -- feed reading-03003 --unit 03003 --dataset reading --name-th … --name-en …'],
  duties: [`npm run etl -- duty reading-03003 --indicators … --from ${fiscalYear}`],
  readings: ['npm run etl -- load readings.xlsx --dataset reading --feed reading-03003'],
});

/** Nothing was loaded yet: what to do next, in order, each with its command. */
export function HomePage({ view }: { view: HomeView }) {
  const t = useT();
  const f = useFormat();
  if (!view.isAdministrator)
    return (
      <Page>
        <h1 className="t28">{view.title}</h1>
        <p>{t('home.others')}</p>
      </Page>
    );
  const { steps } = view;
  const done = steps.filter(({ isDone }) => isDone).length;
  const commands = commandsOf(view.fiscalYear);
  return (
    <Page>
      <h1 className="t28">{t('home.setUpTitle', { done: f.number(done), total: f.number(steps.length) })}</h1>
      <p>{t('home.administrator')}</p>
      <ol className="set-up">
        {steps.map(({ code, isDone }) => (
          <li key={code}>
            <p>
              {t(`home.${code}`)} {isDone && <strong>{t('home.done')}</strong>}
            </p>
            {!isDone && (
              <pre tabIndex={0}>
                <code>{commands[code].join('\n')}</code>
              </pre>
            )}
          </li>
        ))}
      </ol>
      <p>
        <LinkButton to="/people">{t('home.seePeople')}</LinkButton>
      </p>
    </Page>
  );
}
