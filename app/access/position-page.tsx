import { Form } from '@remix-run/react';
import { Button } from '#app/components/button.tsx';
import { CsrfField } from '#app/components/csrf-field.tsx';
import { Page } from '#app/components/layout.tsx';
import { ListRow } from '#app/components/list-rows.tsx';
import { useT } from '#app/components/words.tsx';
import { AidesPanel } from './aides-panel.tsx';
import type { PositionChoice, PositionView, RefusedAide } from './sign-in-view.ts';

/** The offices that the person may use; position before person, and in what capacity. */
export function PositionPage({ view, refused }: { view: PositionView; refused: RefusedAide | null }) {
  const t = useT();
  return (
    <Page>
      <h1 className="t28">{view.title}</h1>
      <Form method="post" action="/position" reloadDocument>
        <CsrfField />
        <input type="hidden" name="returnTo" value={view.returnTo} />
        <ul className="list-rows">
          {view.choices.map((choice) => (
            <ListRow
              key={choice.value}
              leading={
                <Button name="holding" value={choice.value} aria-current={choice.isCurrent || undefined}>
                  {choice.position}
                </Button>
              }
              primary={
                <span className="quiet">
                  {choice.unit} <Capacity choice={choice} />
                </span>
              }
            />
          ))}
        </ul>
      </Form>
      <p className="quiet">{t('access.choosePositionHint')}</p>
      {view.aides && <AidesPanel aides={view.aides} today={view.today} refused={refused} />}
    </Page>
  );
}

function Capacity({ choice }: { choice: PositionChoice }) {
  const t = useT();
  if (choice.isAide) return <>{t('access.asAide')}</>;
  if (choice.acting) return <>{t(`acting.${choice.acting}`)}</>;
  return null;
}
