import { useRevalidator } from '@remix-run/react';
import { useState } from 'react';
import type { UploadAnswer, UploadRefusal } from './upload-answer.ts';
import { mostUploadBytes } from './upload-limit.ts';

export type Sending = {
  key: string;
  name: string;
  /** 0…1 of the bytes that left this browser. */
  share: number;
  state: 'sending' | 'sent' | 'failed' | 'signed_out' | UploadRefusal;
};

/** Sends files one after another and says how far each is; `send` resolves when all are through. */
export function useUploads(): {
  sending: Sending[];
  isBusy: boolean;
  send(form: FormData, files: File[]): Promise<void>;
} {
  const { revalidate } = useRevalidator();
  const [sending, setSending] = useState<Sending[]>([]);
  const update = (key: string, change: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const send = async (form: FormData, files: File[]) => {
    const started = files.map((file, index): Sending => ({
      key: `${Date.now()}-${index}`,
      name: file.name,
      share: 0,
      state: 'sending',
    }));
    setSending(started);
    for (const [index, file] of files.entries()) {
      const { key } = started[index]!;
      update(key, { state: await sendFile(form, file, (share) => update(key, { share })), share: 1 });
      revalidate();
    }
  };
  return { sending, isBusy: sending.some(({ state }) => state === 'sending'), send };
}

/** XMLHttpRequest, since fetch cannot tell how much was sent. The fields stand before the file: the server reads in order. */
function sendFile(form: FormData, file: File, onShare: (share: number) => void): Promise<Sending['state']> {
  // Told at once, rather than after minutes of sending.
  if (file.size > mostUploadBytes) return Promise.resolve('too_large');
  const body = new FormData();
  for (const name of ['csrf', 'feed']) body.set(name, String(form.get(name) ?? ''));
  body.set('file', file, file.name);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/feeds/upload');
    request.setRequestHeader('Accept', 'application/json');
    request.upload.onprogress = ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve(toState(request));
    request.onerror = () => resolve('failed');
    request.send(body);
  });
}

function toState({ status, responseText }: XMLHttpRequest): Sending['state'] {
  if (status === 401 || status === 403) return 'signed_out';
  if (status !== 200) return 'failed';
  try {
    return (JSON.parse(responseText) as UploadAnswer).refusal ?? 'sent';
  } catch {
    return 'failed';
  }
}
