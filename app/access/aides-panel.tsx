import { Form } from '@remix-run/react';
import { Button } from '#app/components/button.tsx';
import { CsrfField } from '#app/components/csrf-field.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { FormField } from '#app/components/form-field.tsx';
import { useFormat } from '#app/components/format.ts';
import { ListRow } from '#app/components/list-rows.tsx';
import { Panel } from '#app/components/panel.tsx';
import { useT } from '#app/components/words.tsx';
import type { PositionView, RefusedAide } from './sign-in-view.ts';

/** The aides of the office in use, each with its days; a principal appoints one more, or ends the days of one. */
export function AidesPanel({
  aides: read,
  today,
  refused,
}: {
  aides: NonNullable<PositionView['aides']>;
  today: string;
  refused: RefusedAide | null;
}) {
  const t = useT();
  const f = useFormat();
  const refusal = refused?.refusal;
  if (!read.ok) return <Panel title={t('people.aides')} state="failed" />;
  const aides = read.value;
  const isAboutDays = refusal === 'aide_days_wrong' || refusal === 'aide_days_too_many';
  return (
    <Panel title={t('people.aides')} subtitle={t('people.aidesHint')}>
      {aides.length === 0 && <EmptyState what={t('people.noAides')} />}
      <ul className="list-rows">
        {aides.map(({ id, name, fromOn, toOn }) => (
          <ListRow
            key={id}
            primary={name}
            secondary={t('people.aideDays', { from: f.date(fromOn), to: f.date(toOn) })}
            trailing={
              <Form method="post" action="/position">
                <CsrfField />
                <input type="hidden" name="act" value="end_aide" />
                <input type="hidden" name="aide" value={id} />
                <Button aria-label={t('people.endAideOf', { name })}>{t('people.endAide')}</Button>
              </Form>
            }
          />
        ))}
      </ul>
      <Form method="post" action="/position" className="stack-tight narrow" key={aides.length}>
        <CsrfField />
        <input type="hidden" name="act" value="appoint_aide" />
        <FormField
          label={t('people.aideLogin')}
          name="login"
          required
          autoComplete="off"
          defaultValue={refused?.login}
          {...(refusal && !isAboutDays ? { error: t(`people.${refusal}`) } : {})}
        />
        <FormField
          label={t('people.from')}
          name="from"
          required
          placeholder={f.date(today)}
          defaultValue={refused?.from ?? f.date(today)}
        />
        <FormField
          label={t('people.to')}
          name="to"
          required
          placeholder={f.date(today)}
          defaultValue={refused?.to}
          {...(isAboutDays ? { error: t(`people.${refusal}`) } : {})}
        />
        <Button>{t('people.appointAide')}</Button>
      </Form>
    </Panel>
  );
}
