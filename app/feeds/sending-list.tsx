import { useFormat } from '#app/components/format.ts';
import { useT } from '#app/components/words.tsx';
import type { UploadState } from './feeds-view.ts';
import type { Sending } from './use-uploads.ts';

/** Files on their way: how far, and then what the suite does with them. Nothing here claims that anything was loaded. */
export function SendingList({ sending, uploads }: { sending: Sending[]; uploads: UploadState[] }) {
  const t = useT();
  const active = sending.filter(({ state }) => state !== 'sent');
  if (active.length === 0 && uploads.length === 0) return null;
  return (
    <ul className="sending" aria-live="polite">
      {active.map((one) => (
        <SendingItem key={one.key} one={one} />
      ))}
      {uploads.map(({ id, name, status }) => (
        <li key={id} className="spread">
          <span className="lines-1">{name}</span>
          <span className={status === 'failed' ? 'sending-fault' : 'quiet'}>
            {t(`feeds.${status === 'waiting' ? 'sentWaiting' : status === 'running' ? 'sentRunning' : 'sentFailed'}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function SendingItem({ one }: { one: Sending }) {
  const t = useT();
  const f = useFormat();
  const { name, share, state } = one;
  if (state === 'sending')
    return (
      <li className="sending-item">
        <span className="spread">
          <span className="lines-1">{t('feeds.sending', { name })}</span>
          <span>{t('feeds.sentPart', { percent: f.percent(share * 100, 0) })}</span>
        </span>
        <progress value={share} max={1} aria-label={t('feeds.sending', { name })} />
      </li>
    );
  return (
    <li className="spread">
      <span className="lines-1">{name}</span>
      <span className="sending-fault">{faultOf(t, state)}</span>
    </li>
  );
}

function faultOf(t: ReturnType<typeof useT>, state: Exclude<Sending['state'], 'sending'>): string {
  if (state === 'failed' || state === 'sent') return t('feeds.sendFailed');
  return state === 'signed_out' ? t('feeds.signedOut') : t(`uploadRefusal.${state}`);
}
