import http from 'node:http';
import { csvFile } from './files/delimited.ts';
import { toTable } from './files/table.ts';
import { DEMO_PULL_TOKEN, UPSTREAM_FEEDS } from './upstream-address.ts';
import type { Content, UpstreamContent } from './upstream-content.ts';

const PAGE_ROWS = 500;

/** Answers requests; `minutesUp` tells how long the sources have been open. */
export function createUpstream(content: UpstreamContent, minutesUp: () => number): http.Server {
  return http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://upstream');
    const feed = Object.keys(UPSTREAM_FEEDS).find((code) => UPSTREAM_FEEDS[code]!.path === url.pathname);
    if (request.headers.authorization !== `Bearer ${DEMO_PULL_TOKEN}`)
      return refuse(response, 401, 'Bearer token needed');
    const found = feed === undefined ? null : content.get(feed, minutesUp());
    if (!found || request.method !== 'GET') return refuse(response, found ? 405 : 404, 'No such feed');
    response.setHeader('etag', found.etag);
    if (request.headers['if-none-match'] === found.etag) return void response.writeHead(304).end();
    sendPage(response, url, found);
  });
}

function sendPage(response: http.ServerResponse, url: URL, { rows }: Content): void {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  const page = Number(url.searchParams.get('page') ?? 1);
  if (!Number.isInteger(page) || page < 1 || page > pages) return refuse(response, 404, 'No such page');
  const part = rows.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS);
  if (url.pathname.endsWith('.json')) {
    response.setHeader('content-type', 'application/json; charset=utf-8');
    return void response.end(JSON.stringify({ page, pages, data: part }));
  }
  // Every page has the same columns, also where none of its rows fills one.
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) =>
    rows.some((row) => (row[name] ?? '') !== ''),
  );
  const table = { header: columns, rows: part.map((row) => columns.map((name) => row[name] ?? '')) };
  if (page < pages) response.setHeader('link', `<${url.pathname}?page=${page + 1}>; rel="next"`);
  response.setHeader('content-type', 'text/csv; charset=utf-8');
  response.end(csvFile('page.csv', part.length > 0 ? table : toTable([], columns)).bytes);
}

function refuse(response: http.ServerResponse, status: number, reason: string): void {
  if (status === 401) response.setHeader('www-authenticate', 'Bearer');
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${reason}\n`);
}
