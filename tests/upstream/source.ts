import { http, HttpResponse, delay } from 'msw';

export const SOURCE = 'http://upstream.test';
const RECORDS = [1, 2, 3, 4, 5].map((n) => ({
  indicator_code: 'FN-01',
  unit_code: `0300${n + 2}`,
  period: '2569-10',
  value: n,
}));

/** A department's source that answers in every way a source may. */
export const sourceHandlers = [
  http.get(`${SOURCE}/by-next`, ({ request }) => {
    const page = Number(new URL(request.url).searchParams.get('p') ?? 0);
    return HttpResponse.json({
      data: RECORDS.slice(page * 2, page * 2 + 2),
      next: page < 2 ? `/by-next?p=${page + 1}` : null,
    });
  }),
  http.get(`${SOURCE}/by-page`, ({ request }) => {
    const page = Number(new URL(request.url).searchParams.get('page') ?? 1);
    return HttpResponse.json({ data: RECORDS.slice((page - 1) * 3, page * 3), page, pages: 2 });
  }),
  http.get(`${SOURCE}/by-offset`, ({ request }) => {
    const offset = Number(new URL(request.url).searchParams.get('offset') ?? 0);
    return HttpResponse.json({ data: RECORDS.slice(offset, offset + 2), offset, total: RECORDS.length });
  }),
  http.get(`${SOURCE}/by-cursor`, ({ request }) => {
    const cursor = new URL(request.url).searchParams.get('cursor');
    return HttpResponse.json(
      cursor ? { data: RECORDS.slice(3), next_cursor: null } : { data: RECORDS.slice(0, 3), next_cursor: 'abc' },
    );
  }),
  http.get(`${SOURCE}/by-link`, ({ request }) => {
    const isSecond = new URL(request.url).searchParams.has('second');
    const rows = (isSecond ? RECORDS.slice(3) : RECORDS.slice(0, 3))
      .map((row) => Object.values(row).join(','))
      .join('\n');
    const headers = {
      'content-type': 'text/csv',
      ...(isSecond ? {} : { link: `<${SOURCE}/by-link?second>; rel="next"` }),
    };
    return new HttpResponse(`indicator_code,unit_code,period,value\n${rows}\n`, { headers });
  }),
  http.get(`${SOURCE}/with-more`, ({ request }) => {
    const isSecond = new URL(request.url).searchParams.has('second');
    const rows = (isSecond ? RECORDS.slice(3) : RECORDS.slice(0, 3)).map(
      (row) => `${Object.values(row).join(',')},,${isSecond ? 'x' : ''},02 123 4567`,
    );
    const link = `<${SOURCE}/with-more?second>; rel="next"`;
    return new HttpResponse(`indicator_code,unit_code,period,value,denominater,,phone\n${rows.join('\n')}\n`, {
      headers: { 'content-type': 'text/csv', ...(isSecond ? {} : { link }) },
    });
  }),
  http.get(`${SOURCE}/with-key`, ({ request }) =>
    request.headers.get('authorization') === 'Bearer secret'
      ? HttpResponse.json({ data: RECORDS })
      : new HttpResponse(null, { status: 401 }),
  ),
  http.get(`${SOURCE}/etag`, ({ request }) =>
    request.headers.get('if-none-match') === '"v1"'
      ? new HttpResponse(null, { status: 304 })
      : HttpResponse.json({ data: RECORDS }, { headers: { etag: '"v1"' } }),
  ),
  http.get(`${SOURCE}/slow`, async () => {
    await delay(2_000);
    return HttpResponse.json({ data: RECORDS });
  }),
  http.get(`${SOURCE}/gone`, () => HttpResponse.error()),
  http.get(`${SOURCE}/missing`, () => new HttpResponse(null, { status: 404 })),
  http.get(`${SOURCE}/large`, () => HttpResponse.text('x'.repeat(5_000))),
  http.get(`${SOURCE}/other-shape`, () => HttpResponse.json({ rows: RECORDS })),
  http.get(
    `${SOURCE}/no-json`,
    () => new HttpResponse('{"data": [', { headers: { 'content-type': 'application/json' } }),
  ),
  http.get(`${SOURCE}/elsewhere`, () => HttpResponse.json({ data: RECORDS, next: 'http://other.test/next' })),
  http.get(`${SOURCE}/in-circles`, () => HttpResponse.json({ data: RECORDS, next: '/in-circles' })),
];

/** Fails as often as told with 503, then answers; counts the tries. */
export function flakyHandler(failures: number): { handler: ReturnType<typeof http.get>; tries: () => number } {
  let tries = 0;
  const handler = http.get(`${SOURCE}/flaky`, () =>
    ++tries <= failures ? new HttpResponse(null, { status: 503 }) : HttpResponse.json({ data: RECORDS }),
  );
  return { handler, tries: () => tries };
}
