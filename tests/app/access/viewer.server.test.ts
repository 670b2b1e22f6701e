import { describe, expect, test } from 'vitest';
import { withViewerIfAny } from '#app/access/viewer.server.ts';
import { get, makeContext, thrownBy, useHolder } from '#tests/setup/visitor.ts';

const dg = useHolder('dg', 'dg-03003');
const { database, whoAmI } = dg;

describe('who looks', () => {
  test('is described by person, office and unit', async () => {
    const viewer = await whoAmI(get('/strategic', dg.token));
    expect(viewer).toMatchObject({
      login: 'dg',
      role: 'dg',
      actsAs: 'dg',
      isAide: false,
      positionCode: 'dg-03003',
      clearance: 'internal',
      titleTh: 'อธิบดีกรมธนารักษ์',
      bit: 2,
      publication: null,
    });
    expect(viewer.unit).toMatchObject({ code: '03003', level: 'DOC' });
  });

  test.each([
    ['no session', get('/strategic?fy=2569')],
    ['an unknown token', get('/strategic?fy=2569', 'x'.repeat(43))],
    ['a password hash for a token', get('/strategic?fy=2569', 'none')],
  ])('%s leads a page to the sign-in and back', async (_name, request) => {
    const answer = await thrownBy(whoAmI(request));
    expect([answer.status, answer.headers.get('Location')]).toEqual([
      302,
      '/sign-in?returnTo=%2Fstrategic%3Ffy%3D2569',
    ]);
  });

  test('a program gets 401 and no cookie', async () => {
    const answer = await thrownBy(whoAmI(get('/api/v1/strategic')));
    expect([answer.status, answer.headers.get('Set-Cookie')]).toEqual([401, null]);
  });

  test('a page that may stand alone is told that nobody is there', async () => {
    expect(await withViewerIfAny(get('/sign-in'), makeContext(database), () => Promise.resolve('somebody'))).toBeNull();
  });
});
