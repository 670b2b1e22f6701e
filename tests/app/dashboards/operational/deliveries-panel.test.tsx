import { expect, it } from 'vitest';
import { DeliveriesPanel } from '#app/dashboards/operational/deliveries-panel.tsx';
import { renderPage, screen } from '../../components/render.tsx';

it.each([
  ['units', 'หน่วยงาน'],
  ['feeds', 'รายการข้อมูล'],
] as const)('heads rows that are %s as such', (rowsAre, head) => {
  const rows = [{ key: 'a', code: 'a', name: 'กรมธนารักษ์', states: ['reported' as const] }];
  const value = { rowsAre, rows, months: ['2026-10-01'], late: 0, total: 1 };
  renderPage(<DeliveriesPanel data={{ ok: true, value }} />);
  expect(screen.getAllByRole('columnheader')[0]!.textContent).toBe(head);
});
