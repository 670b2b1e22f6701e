import { Page } from '#app/components/layout.tsx';
import { useT } from '#app/components/words.tsx';
import type { HomeView } from './home-view.ts';

const commands = {
  people: 'npm run access -- person --login … --name-th … --name-en … --position officer-03003',
  indicators: 'npm run etl -- load indicators.xlsx --dataset indicator',
  readings: 'npm run etl -- load readings.csv --dataset reading',
} as const;

/** Nothing was published yet: what to do next, in order, each with its command. */
export function HomePage({ view }: { view: HomeView }) {
  const t = useT();
  return (
    <Page>
      <h1 className="t28">{view.title}</h1>
      <p>{t(view.isAdministrator ? 'home.administrator' : 'home.others')}</p>
      {view.isAdministrator && (
        <ol>
          {view.steps.map(({ code, isDone }) => (
            <li key={code}>
              <p>
                {t(`home.${code}`)} {isDone && <strong>{t('home.done')}</strong>}
              </p>
              <pre>
                <code>{commands[code]}</code>
              </pre>
            </li>
          ))}
        </ol>
      )}
    </Page>
  );
}
