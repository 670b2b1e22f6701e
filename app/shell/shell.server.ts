import type { ShellView } from './shell-view.ts';

/** The frame for one request, read as its viewer; null when nobody is signed in. */
export function getShellView(_request: Request, _context: unknown): Promise<ShellView | null> {
  return Promise.resolve(null);
}
