import type { LoaderFunctionArgs } from '@remix-run/node';
import { openStream } from '#app/live/stream.server.ts';

/** Which publications and runs concern the viewer, as they happen: ids, no values. */
export function loader({ request, context }: LoaderFunctionArgs) {
  return openStream(request, context);
}
