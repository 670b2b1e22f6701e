import { describe, expect, it } from 'vitest';
import { ProjectPage } from '#app/projects/project-page.tsx';
import { ProjectsPage } from '#app/projects/projects-page.tsx';
import { buildProjectRow, buildProjectsView, buildProjectView } from '#tests/build/projects-view.ts';
import { renderPage, screen, within } from '../components/render.tsx';

const ofRows = (...rows: ReturnType<typeof buildProjectRow>[]) =>
  buildProjectsView({ table: { ok: true, value: { rows, matches: rows.length, page: 1, pages: 1 } } });

describe('the portfolio', () => {
  it('says in its first line how many are late, of how many, what they are worth, and the latest', () => {
    renderPage(<ProjectsPage view={buildProjectsView()} />, { path: '/projects' });
    expect(screen.getByRole('heading', { level: 1 }).textContent?.replaceAll('\u00a0', ' ')).toBe(
      'โครงการล่าช้าเกิน 30 วัน 5 จาก 58 โครงการ · มูลค่ารวม 812.40 ล้านบาท · ช้าที่สุด 212 วัน: โครงการเชื่อมโยงข้อมูลใบอนุญาตกลาง',
    );
  });

  it('does not call a portfolio empty that could not be read', () => {
    const view = buildProjectsView({ total: null, phases: { ok: false, error: 'portfolio' } });
    renderPage(<ProjectsPage view={view} />, { path: '/projects' });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('โครงการ กระทรวงการคลัง ปี 2570');
    expect(screen.getByText('อ่านข้อมูลส่วนนี้ไม่ทัน')).toBeTruthy();
    expect(screen.getAllByText('–').length).toBeGreaterThan(0);
  });

  it('says that the latest project, or what the numbers are about, could not be read, and tells the rest', () => {
    const unread = { ok: false, error: 'part' } as const;
    for (const part of [{ slowest: unread }, { sliceName: unread }]) {
      const { unmount } = renderPage(<ProjectsPage view={buildProjectsView(part)} />, { path: '/projects?phase=4' });
      const head = screen.getByRole('heading', { level: 1 }).closest('header')!;
      expect(within(head).getByText('อ่านข้อมูลส่วนนี้ไม่ทัน', { exact: false })).toBeTruthy();
      expect(head.textContent).toContain('โครงการล่าช้าเกิน');
      unmount();
    }
  });

  it('says that none is late instead of counting none', () => {
    const total = { ...buildProjectsView().total!, lateOver30Days: 0, lateValueBaht: '0' };
    renderPage(<ProjectsPage view={buildProjectsView({ total, slowest: { ok: true, value: null } })} />, {
      path: '/projects',
    });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('ไม่มีโครงการล่าช้าเกิน 30 วัน');
  });

  it.each([
    [true, 'คาดว่าช้าที่สุด 161 วัน'],
    [false, ' ช้าที่สุด 161 วัน'],
  ])('says of the latest project whether its days are forecast: %s', (isForecast, said) => {
    const slowest = { ok: true as const, value: { code: 'P-001', name: 'งาน ก', slipDays: 161, isForecast } };
    renderPage(<ProjectsPage view={buildProjectsView({ slowest })} />, { path: '/projects' });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain(said);
  });

  it('shows each phase with its count and million baht, and filters by a tap', () => {
    renderPage(<ProjectsPage view={buildProjectsView()} />, { path: '/projects?unit=03000' });
    const phases = within(screen.getByRole('navigation', { name: 'โครงการตามระยะ' })).getAllByRole('link');
    expect(phases).toHaveLength(5);
    expect(phases[0]!.textContent).toContain('1,234.56');
    expect(phases[3]!.getAttribute('href')).toBe('/projects?unit=03000&phase=4');
  });

  it('reads a variance below zero as over cost, and a missing one as a dash', () => {
    const rows = [buildProjectRow(), buildProjectRow({ code: 'P-002', costVariance: null })];
    renderPage(<ProjectsPage view={ofRows(...rows)} />, { path: '/projects' });
    const [, first, second] = screen.getAllByRole('row');
    expect(within(first!).getByText('+20.00%')).toBeTruthy();
    expect(within(second!).getByText('–')).toBeTruthy();
  });

  it('tells of each project its phase, and whether its slip has come true', () => {
    const late = { plannedEndOn: '2026-11-01', slipDays: 60 };
    const rows = [
      buildProjectRow({ plannedEndOn: '2027-01-10', slipDays: 60, phase: 3 }),
      buildProjectRow({ ...late, code: 'P-002' }),
      buildProjectRow({ ...late, code: 'P-003', slipDays: 19 }),
    ];
    renderPage(<ProjectsPage view={ofRows(...rows)} />, { path: '/projects' });
    const shown = screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent);
    expect(shown[0]).toMatch(/ขั้น 3.*60คาดการณ์/);
    expect(shown[1]).toMatch(/ขั้น 4.*60เกิดแล้ว 19/);
    expect(shown[2]).toMatch(/ขั้น 4.*19เกิดแล้ว(?! \d)/);
  });

  it('tells beneath the phase of the gate that a project needs, and nothing of one that it does not', () => {
    const rows = [buildProjectRow({ eaGate: 'blocking' }), buildProjectRow({ code: 'P-002', eaGate: 'not_needed' })];
    renderPage(<ProjectsPage view={ofRows(...rows)} />, { path: '/projects' });
    const [, first, second] = screen.getAllByRole('row');
    expect(within(first!).getByText('EA ติดด่าน')).toBeTruthy();
    expect(within(second!).queryByText(/EA/)).toBeNull();
  });

  it('says on its button what stands behind it', () => {
    renderPage(<ProjectsPage view={buildProjectsView()} />, { path: '/projects' });
    expect(screen.getByRole('link', { name: 'ดูแผนและหมุดหมาย' }).getAttribute('href')).toBe('/projects/P-001');
  });

  it('leads from a project to the agreement that promises its indicator', () => {
    renderPage(<ProjectsPage view={buildProjectsView()} />, { path: '/projects?fy=2570' });
    const link = screen.getByRole('link', { name: '1.1 · บก.' });
    expect(link.getAttribute('href')).toBe('/agreements/7?fy=2570');
  });

  it('lives on when its table could not be read', () => {
    const view = buildProjectsView({ table: { ok: false, error: 'table' } });
    renderPage(<ProjectsPage view={view} />, { path: '/projects' });
    expect(screen.getByRole('navigation', { name: 'โครงการตามระยะ' })).toBeTruthy();
    expect(screen.getByRole('status')).toBeTruthy();
  });

  it('offers to clear the filters where none match', () => {
    const view = { ...ofRows(), hasFilters: true };
    renderPage(<ProjectsPage view={view} />, { path: '/projects?slice=system:BO03&late=1&unit=03000' });
    expect(screen.getByRole('link', { name: 'ล้างตัวกรอง' }).getAttribute('href')).toBe('/projects?unit=03000');
  });
});

describe('a project', () => {
  it('says its verdict first and flags a forecast in the past', () => {
    renderPage(<ProjectPage view={buildProjectView()} />, { path: '/projects/P-001' });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      'ช้า 212 วัน · ผลงานร้อยละ 48.00 จากแผนร้อยละ 75.50 · เบิกจ่ายร้อยละ 61.20 · วงเงินเกินแผนร้อยละ 20.00',
    );
    expect(screen.getByText('วันคาดการณ์อยู่ในอดีต')).toBeTruthy();
  });

  it('shows the reason of a waived gate', () => {
    const view = buildProjectView({ eaGate: 'waived', eaWaiverReason: 'ระบบเดิมเลิกใช้ปีนี้' });
    renderPage(<ProjectPage view={view} />, { path: '/projects/P-001' });
    expect(screen.getByText(/ระบบเดิมเลิกใช้ปีนี้/)).toBeTruthy();
  });

  it('keeps the currency of a foreign source', () => {
    const view = buildProjectView({ currency: 'USD', plannedCost: '12.4', valueBaht: null });
    renderPage(<ProjectPage view={view} />, { path: '/projects/P-001' });
    expect(screen.getByText('12.40 ล้านดอลลาร์สหรัฐ')).toBeTruthy();
  });

  it('leads to its indicator, its agreement and the row in the file', () => {
    renderPage(<ProjectPage view={buildProjectView()} />, { path: '/projects/P-001' });
    const hrefs = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(hrefs).toContain('/indicators/KPI-01?unit=03003');
    expect(hrefs).toContain('/agreements/7');
    expect(hrefs).toContain('/projects/P-001?sheet=record%3Aproject%3A5');
  });
});
