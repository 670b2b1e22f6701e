import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.ts';
import { areaOf } from './metrics.ts';

/** One line per request: method, path, status, milliseconds. No query, header or body: they may hold what is nobody's business. */
export function requestLog(log: Logger, metrics: Metrics) {
  return (request: Request, response: Response, next: NextFunction) => {
    const startedAt = process.hrtime.bigint();
    const requestId = randomUUID();
    const { method, path } = request;
    response.locals.requestId = requestId;
    response.setHeader('X-Request-Id', requestId);
    response.once('close', () => {
      const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9;
      const area = areaOf(path);
      metrics.observe(area, method, response.statusCode, seconds);
      const level =
        response.statusCode >= 500
          ? 'error'
          : area === 'assets' || area === 'readyz' || area === 'healthz'
            ? 'debug'
            : 'info';
      log[level](
        {
          requestId,
          method,
          path,
          status: response.statusCode,
          ms: Math.round(seconds * 1000),
          refusal: response.locals.refusal as string | undefined,
        },
        'request',
      );
    });
    next();
  };
}
