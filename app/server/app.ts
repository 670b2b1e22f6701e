import path from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';
import type { Express, NextFunction, Request, Response } from 'express';
import type { HostContext } from './load-context.ts';
import { createMetrics } from './metrics.ts';
import { addOperations } from './operations.ts';
import { requestLog } from './request-log.ts';
import { knownHosts, sameOriginWrites, securityHeaders } from './security.ts';

/** The pages: built ones, or Vite's middleware and a build made on the fly. */
export type Pages =
  | { kind: 'built'; build: ServerBuild; clientDir: string }
  | { kind: 'dev'; build: () => Promise<ServerBuild>; middleware: express.Handler };

/** The Express host around the Remix pages. */
export function createApp(pages: Pages, context: HostContext): Express {
  const app = express();
  const metrics = createMetrics();
  app.disable('x-powered-by');
  // Only behind a proxy of ours do the forwarded headers tell the truth.
  app.set('trust proxy', context.env.publicUrl ? ['loopback', 'linklocal', 'uniquelocal'] : false);
  app.use(requestLog(context.log, metrics), securityHeaders(context.env, pages.kind === 'built'));
  addOperations(app, context, metrics);
  app.use(knownHosts(context.env), sameOriginWrites(context.env));
  app.use(
    compression({
      filter: (request, response) =>
        !/event-stream/.test(String(response.getHeader('Content-Type'))) && compression.filter(request, response),
    }),
  );
  if (pages.kind === 'dev') app.use(pages.middleware);
  else serveFiles(app, pages.clientDir);
  app.all(
    '*',
    createRequestHandler({
      build: pages.build,
      mode: pages.kind === 'dev' ? 'development' : 'production',
      getLoadContext: (request, response) => toLoadContext(request, response, context),
    }),
  );
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    context.logError(error);
    if (response.headersSent) return next(error);
    response
      .status(500)
      .type('text/plain')
      .send(`Something failed here; it is noted under ${response.locals.requestId}.\n`);
  });
  return app;
}

function serveFiles(app: Express, clientDir: string): void {
  // Names under assets/ hold a hash of the content: a changed file has another name.
  app.use(
    '/assets',
    express.static(path.join(clientDir, 'assets'), { immutable: true, maxAge: '1y', index: false, fallthrough: false }),
  );
  app.use(express.static(clientDir, { maxAge: '1h', index: false, redirect: false }));
}

function toLoadContext(request: Request, response: Response, context: HostContext) {
  return {
    ...context,
    cspNonce: response.locals.cspNonce as string,
    requestId: response.locals.requestId as string,
    clientAddress: request.ip ?? '',
  };
}
