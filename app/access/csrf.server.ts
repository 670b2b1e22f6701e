import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a form must carry to be from our own page: bound to the session, of no use in another one. */
export function csrfTokenOf(sessionToken: string, secret: string): string {
  return createHmac('sha256', secret).update(`csrf:${sessionToken}`).digest('base64url');
}

export function isCsrfToken(given: string, sessionToken: string, secret: string): boolean {
  const expected = Buffer.from(csrfTokenOf(sessionToken, secret));
  const sent = Buffer.from(given);
  return sent.length === expected.length && timingSafeEqual(sent, expected);
}
