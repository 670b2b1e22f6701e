import { expect, test } from 'vitest';
import { FeedsPage } from '#app/feeds/feeds-page.tsx';
import type { LastResult, OfficerView } from '#app/feeds/feeds-view.ts';
import { renderPage, screen } from '../components/render.tsx';

const buildLast = (given: Partial<LastResult>): LastResult => ({
  id: 53,
  periodName: null,
  decision: null,
  feedName: 'ผลตัวชี้วัด กรมธนารักษ์',
  status: 'refused',
  stage: 'done',
  at: '2026-11-08T03:14:00Z',
  failure: 'ไม่พบหัวตารางที่ต้องการ',
  read: 0,
  accepted: 0,
  unchanged: 0,
  rejected: 0,
  findings: [],
  maySubmit: false,
  ...given,
});

const buildView = (last: Partial<LastResult>): OfficerView => ({
  kind: 'officer',
  title: 'รายการข้อมูล',
  unit: { code: '03003', name: 'กรมธนารักษ์' },
  asOfOn: '2026-11-20',
  publicationId: 7,
  counts: { late: 1, soon: 0, waiting: 0 },
  due: { ok: true, value: [] },
  choices: [{ code: 'reading-03003', name: 'ผลตัวชี้วัด กรมธนารักษ์', formHref: null }],
  uploads: { ok: true, value: [] },
  last: { ok: true, value: buildLast(last) },
});

test('tells a data officer what becomes of a file that is sent', () => {
  renderPage(<FeedsPage view={buildView({})} />, { path: '/feeds' });
  expect(screen.getByRole('button', { name: 'ส่งตรวจและนำเข้า' })).toBeTruthy();
});

test.each([
  ['was refused whole', {}, 'ดูผลตรวจแฟ้มนี้'],
  ['has refused records', { status: 'loaded_with_rejections', failure: null, rejected: 3 }, 'ดู 3 ระเบียนที่ไม่ผ่าน'],
  ['may be passed on', { status: 'loaded', failure: null, maySubmit: true }, 'ตรวจแล้วส่งต่อ'],
] as const)('tells a data officer what opens of a file that %s', (_what, last, label) => {
  renderPage(<FeedsPage view={buildView(last)} />, { path: '/feeds' });
  expect(screen.getByRole('link', { name: label }).getAttribute('href')).toBe('/runs/53');
});
