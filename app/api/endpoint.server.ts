import type { z } from 'zod';
import type { MessageKey } from '#domain/messages/words.ts';
import type { Tx } from '#db/connect.ts';
import type { Viewer } from '../access/viewer.ts';

/** One address below /api/v1 and the function that answers it: the same one that draws the page, with the same rights. */
export interface Endpoint {
  /** As OpenAPI writes it: /projects/{code}. */
  path: string;
  /** The name of what is there. */
  summary: MessageKey;
  /** Parameters of path and query by name; texts come in. */
  parameters: z.ZodObject;
  get(tx: Tx, viewer: Viewer, parameters: Record<string, unknown>): Promise<unknown>;
}

/** Declares an endpoint whose function takes what its parameters give. */
export function endpoint<S extends z.ZodObject>(declared: {
  path: string;
  summary: MessageKey;
  parameters: S;
  get(tx: Tx, viewer: Viewer, parameters: z.output<S>): Promise<unknown>;
}): Endpoint {
  return declared as unknown as Endpoint;
}
