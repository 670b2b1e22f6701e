import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { Env } from '../env.server.ts';

/** Headers for every answer, and the nonce of this page's own scripts and styles. */
export function securityHeaders(env: Env, isProduction: boolean) {
  return (_request: Request, response: Response, next: NextFunction) => {
    const nonce = randomBytes(16).toString('base64');
    response.locals.cspNonce = nonce;
    if (isProduction) response.setHeader('Content-Security-Policy', contentPolicy(nonce));
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('X-Frame-Options', 'DENY');
    response.setHeader('Referrer-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
    if (env.publicUrl?.startsWith('https:'))
      response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    keepPrivate(response);
    next();
  };
}

/** A nonce does not cover style attributes in server-rendered pages; charts place their marks with them. */
function contentPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Pages belong to whom they were made for: no shared store keeps them, unless an answer says otherwise itself. */
function keepPrivate(response: Response): void {
  const writeHead = response.writeHead;
  response.writeHead = ((...head: Parameters<typeof writeHead>) => {
    if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'private, no-store');
    return writeHead.apply(response, head);
  }) as typeof writeHead;
}

/**
 * A demonstration on loopback answers only to its own names, so that a page elsewhere cannot reach it by a name that it made
 * point to this machine.
 */
export function knownHosts(env: Env) {
  const names = new Set([
    env.host,
    'localhost',
    '127.0.0.1',
    '::1',
    ...(env.publicUrl ? [new URL(env.publicUrl).hostname] : []),
  ]);
  const isOpen = !['127.0.0.1', 'localhost', '::1'].includes(env.host);
  return (request: Request, response: Response, next: NextFunction) => {
    // Without a proxy of ours it is only what the sender made up.
    if (!env.publicUrl) delete request.headers['x-forwarded-host'];
    const name = request.hostname?.replace(/^\[|\]$/g, '');
    if (isOpen ? name !== undefined : names.has(name ?? '')) return next();
    response
      .status(421)
      .type('text/plain')
      .send(
        `This server is not ${name ?? 'named'}. Open it at ${env.publicUrl ?? `http://${env.host}:${env.port}`}, or set PUBLIC_URL.\n`,
      );
  };
}

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses writes that another site's page sends. Browsers name the origin of every write; programs name none. */
export function sameOriginWrites(env: Env) {
  return (request: Request, response: Response, next: NextFunction) => {
    if (harmless.has(request.method)) return next();
    const site = request.get('Sec-Fetch-Site');
    const origin = request.get('Origin');
    const own = env.publicUrl ? new URL(env.publicUrl).origin : `${request.protocol}://${request.get('Host')}`;
    const isForeign =
      (site !== undefined && site !== 'same-origin' && site !== 'none') || (origin !== undefined && origin !== own);
    if (!isForeign) return next();
    response.locals.refusal = 'cross-site write';
    response
      .status(403)
      .type('text/plain')
      .send(
        `This request came from another site (${origin ?? site}). Open the suite itself and try again; behind a proxy set PUBLIC_URL to the address people type.\n`,
      );
  };
}
