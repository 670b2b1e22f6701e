import { describe, expect, it } from 'vitest';
import { TacticalPage } from '#app/dashboards/tactical/tactical-page.tsx';
import { buildRankRow, buildTacticalView } from '#tests/build/tactical-view.ts';
import { renderPage, screen, within } from '../../components/render.tsx';

const firstLine = () => screen.getByRole('heading', { level: 1 }).textContent?.replaceAll('\u00a0', ' ');
const summary = buildTacticalView().summary;

describe('the first line of the comparison', () => {
  it.each([
    ['mid_round', 'เสี่ยงไม่ถึงแผน'],
    ['preliminary', 'ไม่ถึงแผน'],
    ['certified', 'ไม่ถึงแผน'],
  ] as const)(
    'tells a ministry in a round that is %s how many of its agreements are %s, and which is furthest below its plan',
    (certainty, verdict) => {
      renderPage(<TacticalPage view={buildTacticalView({ certainty })} />, { path: '/tactical' });
      expect(firstLine()).toBe(`คำรับรองระดับกรม 3 จาก 9 ฉบับ${verdict} · ไม่ถึงแผนมากที่สุด 0.62 คะแนน: กรมบัญชีกลาง`);
    },
  );

  it('tells the Prime Minister how many ministries are below 3.00, and how many fewer than in the round before', () => {
    const view = buildTacticalView({ kind: 'ministries', summary: { ...summary, total: 20, scored: 20 } });
    renderPage(<TacticalPage view={view} />, { path: '/tactical' });
    expect(firstLine()).toBe(
      'กระทรวงที่คะแนนต่ำกว่า 3.00 มี 1 จาก 20 · ลดลงจากรอบ 9 เดือน 1 กระทรวง · ต่ำสุด: กรมบัญชีกลาง 2.91',
    );
  });

  it('tells a director-general the own score, its distance to plan, and the KPI that costs most', () => {
    const worst = { ...summary.worst!, name: 'ระยะเวลาออกใบอนุญาต', link: { kind: 'kpi' as const, kpiId: 1 } };
    const view = buildTacticalView({ kind: 'kpis', summary: { ...summary, score: '3.6800', gap: '-0.22', worst } });
    renderPage(<TacticalPage view={view} />, { path: '/tactical' });
    expect(firstLine()).toBe('คะแนนคำรับรอง 3.68 จาก 5 ต่ำกว่าแผนรอบนี้ 0.22 · เสียคะแนนมากที่สุด: ระยะเวลาออกใบอนุญาต');
  });

  it('gives no verdict while fewer than four fifths have a score', () => {
    const view = buildTacticalView({ summary: { ...summary, scored: 5 } });
    renderPage(<TacticalPage view={view} />, { path: '/tactical' });
    expect(firstLine()).toContain('ยังสรุปผลไม่ได้: รายงานแล้ว 5 จาก 9 กรม');
  });

  it('tells the commission what is below 3.00, what is not signed, and the lowest', () => {
    const checks = {
      ok: true as const,
      value: { bands: [{ from: '3.00', to: '5.01', count: 3 }], below3: 12, easy: 4, unsigned: 7, unsignedYear: 2570 },
    };
    const view = buildTacticalView({
      kind: 'agreements',
      checks,
      contributions: null,
      spending: null,
      summary: { ...summary, total: 342, below3: 12 },
    });
    renderPage(<TacticalPage view={view} />, { path: '/tactical' });
    expect(firstLine()).toBe(
      'คำรับรองที่คะแนนต่ำกว่า 3.00 มี 12 จาก 342 ฉบับ · ยังไม่ลงนามปี 2570 7 ฉบับ · ต่ำสุด: กรมบัญชีกลาง 2.91',
    );
    const list = screen.getByRole('list', { name: 'ฉบับที่ต้องดู' });
    expect(within(list).getAllByRole('link')[1]!.getAttribute('href')).toBe('/tactical?check=easy');
  });

  it('says so where nothing was promised', () => {
    const view = buildTacticalView({ summary: { ...summary, total: 0, scored: 0, worst: null } });
    renderPage(<TacticalPage view={view} />, { path: '/tactical' });
    expect(firstLine()).toBe('ยังไม่มีคำรับรองของกระทรวงการคลัง ในปี 2569');
  });
});

describe('the ranking', () => {
  it('leads one level down and keeps view, measure and round', () => {
    renderPage(<TacticalPage view={buildTacticalView()} />, { path: '/tactical?fy=2569&round=12&compare=2568-12' });
    const row = screen.getAllByRole('link', { name: /กรมบัญชีกลาง/ })[0]!;
    expect(row.getAttribute('href')).toBe('/tactical?fy=2569&round=12&compare=2568-12&unit=03003');
  });

  it('opens the sheet of a KPI on the page', () => {
    const rank = buildTacticalView().rank;
    const rows = [buildRankRow({ key: '1', name: 'ระยะเวลา', link: { kind: 'kpi', kpiId: 9 } })];
    const view = buildTacticalView({
      kind: 'kpis',
      rank: { ok: true, value: { ...(rank.ok ? rank.value : null!), rows } },
    });
    renderPage(<TacticalPage view={view} />, { path: '/tactical?unit=03003' });
    expect(screen.getAllByRole('link', { name: /ระยะเวลา/ })[0]!.getAttribute('href')).toBe(
      '/tactical?unit=03003&sheet=kpi-score%3A9%3A12',
    );
  });

  it('lives on when a panel beside it could not be read', () => {
    renderPage(<TacticalPage view={buildTacticalView({ contributions: { ok: false, error: 'contributions' } })} />, {
      path: '/tactical',
    });
    expect(screen.getByText('อ่านข้อมูลส่วนนี้ไม่ทัน')).toBeTruthy();
    expect(screen.getAllByText('กรมศุลกากร').length).toBeGreaterThan(0);
  });
});

describe('one view at a time', () => {
  it.each([
    [{ kind: 'unit', code: '03003' }, 'ดูผลหน่วยงานนี้'],
    [{ kind: 'agreement', id: 7 }, 'ดูคำรับรองฉบับนี้'],
    [{ kind: 'kpi', kpiId: 41 }, 'ดูที่มาคะแนนตัวชี้วัดนี้'],
  ] as const)('tells of the worst, which is %j, what the button opens', (link, label) => {
    const worst = { ...summary.worst!, link };
    renderPage(<TacticalPage view={buildTacticalView({ summary: { ...summary, worst } })} />, { path: '/tactical' });
    expect(screen.getByRole('link', { name: label })).toBeTruthy();
  });

  it('is chosen by links that keep the scope', () => {
    renderPage(<TacticalPage view={buildTacticalView()} />, { path: '/tactical?unit=03000' });
    const views = within(screen.getByRole('navigation', { name: 'มุมมอง' })).getAllByRole('link');
    expect(views.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['อันดับ', '/tactical?unit=03000'],
      ['ตารางสี', '/tactical?unit=03000&show=heat'],
      ['แนวโน้ม', '/tactical?unit=03000&show=trend'],
    ]);
  });

  it('lists units, rounds and indicators to compare with in a sheet that works without scripts', () => {
    const value = {
      indicators: [{ code: 'KPI-01', name: 'การเบิกจ่าย' }],
      rounds: [{ fiscalYear: 2568, round: 12 as const }],
      units: [],
    };
    renderPage(<TacticalPage view={buildTacticalView({ options: { ok: true, value } })} />, {
      path: '/tactical?unit=03000&sheet=compare',
    });
    expect(screen.getByRole('option', { name: 'การเบิกจ่าย', hidden: true })).toBeTruthy();
    expect(screen.getByRole('option', { name: /รอบ.12.เดือน ปี.2568/, hidden: true })).toBeTruthy();
  });
});
