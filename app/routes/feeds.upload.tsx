import { json, redirect, type ActionFunctionArgs } from '@remix-run/node';
import { receiveUpload } from '#app/feeds/receive-upload.server.ts';

/** The drop area sends here: a script is answered as data, a form without scripts by the way back to the feeds. */
export async function action({ request, context }: ActionFunctionArgs) {
  const answer = await receiveUpload(request, context);
  if (request.headers.get('Accept')?.includes('application/json')) return json(answer);
  const query = new URLSearchParams(
    answer.refusal ? { refusal: answer.refusal } : { sent: String(answer.uploads.length) },
  );
  return redirect(`/feeds?${query}`, 303);
}
