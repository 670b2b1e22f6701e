import { describe, expect, it } from 'vitest';
import { HomePage } from '#app/access/home-page.tsx';
import { SET_UP_STEPS, type HomeView } from '#app/access/home-view.ts';
import { renderPage, screen } from '../components/render.tsx';

describe('the first page of an installation', () => {
  const view: HomeView = {
    title: 'เริ่มใช้งานระบบ',
    isAdministrator: true,
    fiscalYear: 2570,
    steps: SET_UP_STEPS.map((code) => ({ code, isDone: code === 'people' })),
  };

  it('names the exact command of every step that is open, and leaves out what is done', () => {
    const { container } = renderPage(<HomePage view={view} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('เริ่มใช้งานระบบ: ทำแล้ว 1 จาก 6 ขั้น');
    const commands = [...container.querySelectorAll('pre')].map(({ textContent }) => textContent);
    expect(commands).toHaveLength(5);
    expect(commands[2]).toContain('npm run etl -- feed reading-03003 --unit 03003 --dataset reading');
    expect(commands[3]).toContain('--from 2570');
    expect(screen.getByRole('link', { name: 'ดูผู้ใช้และตำแหน่ง' }).getAttribute('href')).toBe('/people');
  });

  it('shows nobody else a command', () => {
    const { container } = renderPage(<HomePage view={{ ...view, isAdministrator: false, steps: [] }} />);
    expect(container.querySelector('pre')).toBeNull();
  });
});
