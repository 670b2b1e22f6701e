import { describe, expect, it } from 'vitest';
import type { OperationalView, QueueRow } from '#app/dashboards/operational/operational-view.ts';
import { QueuePanel } from '#app/dashboards/operational/queue-panel.tsx';
import { renderPage, screen } from '../../components/render.tsx';

const base = { unitName: 'กรมศุลกากร', unitShortName: 'ศก.', ownerTitle: 'เจ้าหน้าที่ข้อมูลกรมศุลกากร', ownerName: 'นายก ข' };
const rows: QueueRow[] = [
  {
    ...base,
    about: 'report',
    key: 'a',
    kind: 'overdue',
    days: 5,
    href: '/feeds/reading-03005',
    feedName: 'ผลตัวชี้วัด',
    periodName: 'ต.ค. 2569',
    periods: 1,
    maySend: true,
  },
  {
    ...base,
    about: 'run',
    key: 'b',
    kind: 'waiting',
    days: 0,
    href: '/runs/7',
    run: 7,
    feedName: 'ผลตัวชี้วัด',
    state: 'waiting',
    rejected: 0,
    mayDecide: true,
  },
  {
    ...base,
    about: 'milestone',
    key: 'c',
    kind: 'soon',
    days: -3,
    href: '/projects/P1',
    project: 'โครงการ ก',
    title: 'ส่งมอบ',
    milestones: 2,
  },
];

function view(queue: OperationalView['queue'], more: Partial<OperationalView> = {}): OperationalView {
  return {
    title: 'วันนี้',
    unit: { code: '03000', name: 'กระทรวงการคลัง' },
    publicationId: 1,
    asOfOn: '2026-11-20',
    isPast: false,
    show: null,
    isWhole: false,
    queue,
    deliveries: { ok: false, error: 'deliveries' },
    loads: { ok: false, error: 'loads' },
    ...more,
  };
}
const counts = { overdue: 1, soon: 1, rejected: 0, waiting: 1 };

describe('the queue of today', () => {
  it('tells each matter with its days, its owner by office before person, and one button', () => {
    renderPage(<QueuePanel view={view({ ok: true, value: { counts, rows, total: 3 } })} />, { path: '/operational' });
    expect(screen.getByText('ช้า 5 วัน')).toBeTruthy();
    expect(screen.getByText('มาถึงวันนี้')).toBeTruthy();
    expect(screen.getByText('อีก 3 วัน')).toBeTruthy();
    expect(screen.getAllByText('เจ้าหน้าที่ข้อมูลกรมศุลกากร นายก ข')).toHaveLength(3);
    expect(screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['ส่งข้อมูล', '/feeds/reading-03005'],
      ['ตรวจรับ', '/runs/7'],
      ['ดูโครงการ', '/projects/P1'],
    ]);
  });

  it('says that nothing of a kind is there, and offers the whole list where there is more', () => {
    renderPage(<QueuePanel view={view({ ok: true, value: { counts, rows: [], total: 0 } }, { show: 'rejected' })} />, {
      path: '/operational?show=rejected',
    });
    expect(screen.getByText('ไม่มีเรื่องประเภทนี้')).toBeTruthy();
    renderPage(<QueuePanel view={view({ ok: true, value: { counts, rows, total: 40 } })} />, {
      path: '/operational?unit=03000',
    });
    expect(screen.getByRole('link', { name: 'ดูทั้งหมด' }).getAttribute('href')).toBe('/operational?unit=03000&all=1');
  });

  it('fails alone', () => {
    renderPage(<QueuePanel view={view({ ok: false, error: 'queue' })} />);
    expect(screen.getByText('อ่านข้อมูลส่วนนี้ไม่ทัน')).toBeTruthy();
  });
});
