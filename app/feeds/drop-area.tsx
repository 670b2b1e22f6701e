import { useSearchParams } from '@remix-run/react';
import { useRef, useState, type DragEvent, type FormEvent } from 'react';
import { Button } from '#app/components/button.tsx';
import { CsrfField } from '#app/components/csrf-field.tsx';
import { ErrorNote } from '#app/components/error-panel.tsx';
import { useFormat } from '#app/components/format.ts';
import { valueOf, type PanelData } from '#app/components/panel-data.ts';
import { Panel } from '#app/components/panel.tsx';
import { useT } from '#app/components/words.tsx';
import { EmptyFormLink } from './empty-form-link.tsx';
import type { FeedChoice, UploadState } from './feeds-view.ts';
import { SendingList } from './sending-list.tsx';
import { UPLOAD_REFUSALS } from './upload-answer.ts';
import { useUploads } from './use-uploads.ts';

type DropAreaProps = { choices: FeedChoice[]; uploads: PanelData<UploadState[]>; className?: string };

/** Where files are dropped or chosen. Without scripts it is a plain form that does the same. */
export function DropArea({ choices, uploads, className = '' }: DropAreaProps) {
  const t = useT();
  const { sending, isBusy, send } = useUploads();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const note = useNote();
  const choose = () => setChosen([...(input.current?.files ?? [])].map(({ name }) => name));
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (!input.current || event.dataTransfer.files.length === 0) return;
    input.current.files = event.dataTransfer.files;
    choose();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    const files = [...(input.current?.files ?? [])];
    // Nothing chosen: the browser says so itself.
    if (files.length === 0) return;
    event.preventDefault();
    void send(new FormData(form), files).then(() => {
      form.reset();
      setChosen([]);
    });
  };
  return (
    <Panel
      title={t('feeds.drop')}
      subtitle={t('feeds.dropMeasure')}
      action={<EmptyFormLink of={choices} />}
      className={`drop-panel ${className}`}
    >
      <form
        method="post"
        action="/feeds/upload"
        encType="multipart/form-data"
        className="drop-form"
        onSubmit={submit}
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
      >
        <CsrfField />
        <FeedSelect choices={choices} />
        <label className="drop-target">
          <input
            ref={input}
            type="file"
            name="file"
            multiple
            required
            accept=".csv,.xlsx,.txt,.tsv"
            onChange={choose}
          />
          <span className="drop-words">
            <span className="lines-1">{chosen.length > 0 ? chosen.join(' · ') : t('feeds.dropHere')}</span>
          </span>
        </label>
        <Button kind="primary" disabled={isBusy}>
          {t('feeds.send')}
        </Button>
      </form>
      {note && <p role="status">{note}</p>}
      <SendingList sending={sending} uploads={valueOf(uploads) ?? []} />
      {!uploads.ok && <ErrorNote />}
    </Panel>
  );
}

function FeedSelect({ choices }: Pick<DropAreaProps, 'choices'>) {
  const t = useT();
  if (choices.length === 1) return <input type="hidden" name="feed" value={choices[0]!.code} />;
  return (
    <label className="drop-feed">
      <span>{t('feeds.feedChoice')}</span>
      <select name="feed" className="input" required>
        {choices.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What the way back from a form without scripts says. */
function useNote(): string | null {
  const t = useT();
  const f = useFormat();
  const [params] = useSearchParams();
  const refusal = UPLOAD_REFUSALS.find((one) => one === params.get('refusal'));
  if (refusal) return t(`uploadRefusal.${refusal}`);
  const sent = Number(params.get('sent') ?? 0);
  return sent > 0 ? t('feeds.sentCount', { count: f.number(sent) }) : null;
}
