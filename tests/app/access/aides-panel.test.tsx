import { describe, expect, it } from 'vitest';
import { AidesPanel } from '#app/access/aides-panel.tsx';
import type { RefusedAide } from '#app/access/sign-in-view.ts';
import { fireEvent, renderPage, screen } from '../components/render.tsx';

describe('the aides of an office', () => {
  const aide = { id: 7, name: 'นางผู้ช่วย', fromOn: '2026-10-01', toOn: '2027-09-30' };
  const show = (refusal?: RefusedAide['refusal']) =>
    renderPage(
      <AidesPanel
        aides={{ ok: true, value: [aide] }}
        today="2026-11-20"
        refused={refusal ? { refusal, login: 'someone', from: '1 ต.ค. 2569', to: '1 ต.ค. 2568' } : null}
      />,
      { root: { shell: { csrfToken: 'token' } } },
    );

  it('are listed with their days, each with a button that says whose days it ends', () => {
    show();
    expect(screen.getByText('1 ต.ค. 2569 ถึง 30 ก.ย. 2570')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'ให้ นางผู้ช่วย พ้นหน้าที่ผู้ช่วย' })).toBeTruthy();
  });

  it('keep what was typed when it was refused, and tell why at its own field', () => {
    show('aide_days_wrong');
    const to = screen.getByLabelText('ถึง');
    expect(to).toHaveProperty('value', '1 ต.ค. 2568');
    expect(to.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toContain('วันไม่ถูกต้อง');
    fireEvent.change(screen.getByLabelText('ชื่อผู้ใช้ของผู้ช่วย'), { target: { value: 'other' } });
    expect(screen.getByLabelText('ชื่อผู้ใช้ของผู้ช่วย')).toHaveProperty('value', 'other');
  });
});
