import { describe, expect, test } from 'vitest';
import { StrategicPage } from '#app/dashboards/strategic/strategic-page.tsx';
import type { ScoredUnit } from '#app/dashboards/strategic/strategic-view.ts';
import {
  buildAgreementBoard,
  buildNationBoard,
  buildScore,
  buildScoredUnit,
  buildWeakKpi,
} from '#tests/build/strategic-view.ts';
import { renderPage, screen, within } from '../../components/render.tsx';

const firstLine = () => screen.getByRole('heading', { level: 1 }).textContent?.replaceAll('\u00a0', ' ');
const text = (element: Element | null) => element?.textContent?.replaceAll('\u00a0', ' ') ?? '';

describe('the first line of the strategic board', () => {
  test('says value, verdict against plan, change, and how many KPIs are below plan', () => {
    renderPage(<StrategicPage view={buildAgreementBoard()} />);
    expect(firstLine()).toBe(
      'คะแนนคำรับรองปี 2569 ได้ 3.68 จาก 5 ต่ำกว่าแผน 0.22 · ลดลงจากรอบก่อน 0.05 · ตัวชี้วัดไม่ถึงแผน 1 จาก 3 มากที่สุด: ระยะเวลาออกใบอนุญาต',
    );
  });

  test('leads a permanent secretary with the agreements that endanger the own one', () => {
    renderPage(<StrategicPage view={buildAgreementBoard({ leadsWith: 'endangered' })} />);
    expect(firstLine()).toContain('คำรับรองระดับกรม 3 จาก 9 ฉบับไม่ถึงแผน · ไม่ถึงแผนมากที่สุด 0.62: กรมธนารักษ์');
  });

  test('counts ministries for the Prime Minister and names the lowest', () => {
    renderPage(<StrategicPage view={buildNationBoard()} />);
    expect(firstLine()).toBe(
      'กระทรวงที่คะแนนต่ำกว่า 3.00 มี 2 จาก 20 · บรรลุแล้ว 17 กระทรวง · คะแนนลดลงจากรอบก่อน 1 กระทรวง · ต่ำสุด: กระทรวงที่ 1 2.10',
    );
  });

  test('says why there is no score instead of showing 0', () => {
    const view = buildAgreementBoard({
      score: buildScore({ score: null, gap: null, change: null, coverage: '0.5500', status: 'no_data' }),
    });
    renderPage(<StrategicPage view={view} />);
    expect(firstLine()).toContain('ยังสรุปคะแนนคำรับรองปี 2569 ไม่ได้: รายงานแล้วร้อยละ 55 ของน้ำหนัก');
  });

  test('names the KPI nearest to its plan where none is below, and says that none is', () => {
    const near = buildWeakKpi({ fromPlan: '0.10', plannedScore: '1.8000' });
    const weakest = { ok: true as const, value: { found: 'all_met' as const, rows: [near], below: 0, total: 3 } };
    const { container } = renderPage(<StrategicPage view={buildAgreementBoard({ weakest })} />);
    expect(firstLine()).toMatch(/· ทุกตัวชี้วัดถึงแผน ใกล้แผนที่สุด: ระยะเวลาออกใบอนุญาต$/);
    expect(text(container)).toContain('ทุกตัวชี้วัดถึงแผน ใกล้แผนที่สุดก่อน');
  });

  test('is in English for who reads English', () => {
    renderPage(<StrategicPage view={buildAgreementBoard()} />, { language: 'en' });
    expect(firstLine()).toContain('Agreement score FY 2026: 3.68 of 5, 0.22 below plan');
  });
});

describe('the strategic board', () => {
  test('shows beside a KPI its score, its plan and the one less the other, and says what comes first', () => {
    renderPage(<StrategicPage view={buildAgreementBoard()} />);
    const row = text(screen.getByRole('link', { name: /ระยะเวลาออกใบอนุญาต/ }));
    expect(row).toContain('ได้ 1.90 แผน 3.80');
    expect(row).toMatch(/−1\.90$/);
    expect(screen.getByRole('list', { name: 'ตัวชี้วัดไม่ถึงแผนมากที่สุด' })).toBeTruthy();
  });

  test('compares a KPI without a plan with the line of 3.00, as its status does', () => {
    const rows = [buildWeakKpi({ plannedScore: null, fromPlan: '-1.10' })];
    const weakest = { ok: true as const, value: { found: 'below' as const, rows, below: 1, total: 3 } };
    renderPage(<StrategicPage view={buildAgreementBoard({ weakest })} />);
    expect(text(screen.getByRole('link', { name: /ระยะเวลาออกใบอนุญาต/ }))).toContain('ได้ 1.90 เกณฑ์ 3.00');
  });

  test('counts by status in the words of the scale', () => {
    const byStatus = [
      { status: 'at_risk' as const, count: 9 },
      { status: 'below_plan' as const, count: 2 },
    ];
    const { counts } = buildNationBoard();
    const { container } = renderPage(<StrategicPage view={buildNationBoard({ counts: { ...counts, byStatus } })} />);
    expect(text(container.querySelector('.strip'))).toContain('เสี่ยง9');
    expect(text(container.querySelector('.strip'))).toContain('ต่ำกว่าแผน2');
  });

  test('lists for the Prime Minister only ministries below plan, unless none is', () => {
    const near = buildScoredUnit({ unitCode: '07000', gap: '0.05' });
    const ministries = (...value: ScoredUnit[]) => buildNationBoard({ ministries: { ok: true, value } });
    const { unmount } = renderPage(<StrategicPage view={ministries(buildScoredUnit(), near)} />);
    const below = screen.getByRole('region', { name: 'กระทรวงไม่ถึงแผนมากที่สุด' });
    expect(within(below).getAllByRole('listitem')).toHaveLength(1);
    unmount();
    const whole = renderPage(
      <StrategicPage view={{ ...ministries(near), counts: { ...ministries().counts, total: 1 } }} />,
    );
    expect(screen.getByRole('region', { name: 'ทุกกระทรวงถึงแผน ใกล้แผนที่สุดก่อน' })).toBeTruthy();
    whole.unmount();
    renderPage(<StrategicPage view={ministries(near)} />);
    expect(screen.getByRole('region', { name: 'กระทรวงที่ใกล้แผนที่สุด' })).toBeTruthy();
  });

  test.each([
    ['a minister', buildAgreementBoard(), 'ดูที่มาคะแนนตัวชี้วัดนี้', /sheet=kpi-score%3A41%3A12/],
    ['a permanent secretary', buildAgreementBoard({ leadsWith: 'endangered' }), 'ดูตัวชี้วัดหน่วยงานนี้', /unit=03003/],
    ['the Prime Minister', buildNationBoard(), 'ดูตัวชี้วัดกระทรวงนี้', /unit=00001/],
  ])('tells %s what the button opens', (_who, view, label, href) => {
    renderPage(<StrategicPage view={view} />);
    expect(screen.getByRole('link', { name: label }).getAttribute('href')).toMatch(href);
  });

  test.each([
    [12, 'เปลี่ยนมากสุดจากรอบ 9 เดือน'],
    [9, 'เปลี่ยนมากสุดจากรอบ 6 เดือน'],
    [6, 'เปลี่ยนมากสุดจากรอบก่อน'],
  ] as const)('names in round %i what has moved since which: %s', (round, title) => {
    const { ministries } = buildNationBoard();
    renderPage(<StrategicPage view={buildNationBoard({ round, moved: ministries })} />);
    expect(screen.getAllByRole('heading', { level: 2 }).map(text)).toContain(title);
  });

  test.each([
    [['3.9500'], 'ถึงแผนทุกเดือนตั้งแต่ ต.ค. 2568'],
    [['3.8000', '3.9500'], 'กลับมาถึงแผนใน พ.ย. 2568'],
    [['3.9500', '3.9600'], 'ถึงแผนทุกเดือนตั้งแต่ ต.ค. 2568'],
  ])('after the scores %j of the first months says %s', (scores, title) => {
    const months = ['2025-10-31', '2025-11-30'];
    const value = scores.map((score, index) => ({
      periodId: 256920001 + index,
      endsOn: months[index]!,
      score,
      plannedScore: '3.9000',
    }));
    renderPage(<StrategicPage view={buildAgreementBoard({ history: { ok: true, value } })} />);
    expect(document.body.textContent?.replaceAll('\u00a0', ' ')).toContain(title);
  });

  test('says how certain and as of when, once', () => {
    const { container } = renderPage(<StrategicPage view={buildAgreementBoard()} />);
    expect(text(container.querySelector('.headline-facts'))).toMatch(
      /เบื้องต้น.*รอ ก\.พ\.ร\. รับรอง.*ข้อมูล ณ 20 พ\.ย\. 2569/,
    );
  });

  test('tells what comes next and why nothing is forecast', () => {
    const { container } = renderPage(<StrategicPage view={buildAgreementBoard()} />);
    expect(text(container)).toContain('ต่อไป: ปี 2570 รอบแรกปิด 31 มี.ค. 2570');
    expect(text(container)).toContain('ปี 2570 รอบแรกปิด 31 มี.ค. 2570 (มีข้อมูลเดือนเดียว ยังไม่คาดการณ์)');
  });

  test('leads from the score and from a weak KPI to their sheets, and from a department one level down', () => {
    renderPage(<StrategicPage view={buildAgreementBoard()} />, { path: '/strategic?fy=2569' });
    expect(screen.getByRole('link', { name: 'คะแนน 3.68' }).getAttribute('href')).toBe(
      '/strategic?fy=2569&sheet=agreement-score%3A5%3A12%3AALL',
    );
    expect(screen.getByRole('link', { name: /ระยะเวลาออกใบอนุญาต/ }).getAttribute('href')).toBe(
      '/strategic?fy=2569&sheet=kpi-score%3A41%3A12',
    );
    expect(screen.getByRole('link', { name: /กรมธนารักษ์/ }).getAttribute('href')).toBe('/strategic?fy=2569&unit=03003');
  });

  test('lives on when one panel could not be read', () => {
    renderPage(<StrategicPage view={buildAgreementBoard({ weakest: { ok: false, error: 'weakest' } })} />);
    expect(screen.getByText('อ่านข้อมูลส่วนนี้ไม่ทัน')).toBeTruthy();
    expect(firstLine()).toContain('3.68');
  });

  test.each(['counterpart', 'running', 'statuses'])('says in its place that %s could not be read', (part) => {
    const view = buildAgreementBoard({ [part]: { ok: false, error: part } });
    const { container } = renderPage(<StrategicPage view={view} />, { path: '/strategic?fy=2569' });
    expect(screen.getByText('อ่านข้อมูลส่วนนี้ไม่ทัน', { exact: false })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'เปิดใหม่' }).getAttribute('href')).toBe('/strategic?fy=2569');
    expect(firstLine()).toContain('3.68');
    expect(text(container)).not.toContain('วัตถุประสงค์ 0 ข้อ');
  });

  test('does not call ministries fine whose scores could not be read', () => {
    const { container } = renderPage(
      <StrategicPage view={buildNationBoard({ ministries: { ok: false, error: 'ministries' } })} />,
    );
    expect(text(container)).toContain('อ่านข้อมูลส่วนนี้ไม่ทัน');
    expect(text(container)).not.toContain('ทุกกระทรวงได้ตั้งแต่ 3.00 ขึ้นไป');
  });

  test('lives on under a sheet that could not be read', () => {
    renderPage(<StrategicPage view={buildAgreementBoard({ sheet: { ok: false, error: 'sheet' } })} />);
    expect(screen.getByRole('dialog').textContent).toContain('อ่านข้อมูลส่วนนี้ไม่ทัน');
    expect(firstLine()).toContain('3.68');
  });
});
