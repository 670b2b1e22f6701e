import { render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { describe, expect, it } from 'vitest';
import { PageFault } from '#app/components/error-boundary.tsx';
import { ReadingProvider } from '#app/components/words.tsx';
import { translator } from '#domain/messages/translate.ts';
import { FUTURE, screen, waitFor } from './render.tsx';

const open = (fault: () => unknown) => {
  const reading = { language: 'th' as const, digits: 'arabic' as const, t: translator('th') };
  const router = createMemoryRouter(
    [
      {
        path: '*',
        loader: () => {
          throw fault();
        },
        element: null,
        errorElement: (
          <ReadingProvider reading={reading}>
            <PageFault />
          </ReadingProvider>
        ),
        hydrateFallbackElement: <p />,
      },
    ],
    { future: FUTURE },
  );
  return render(<RouterProvider router={router} future={{ v7_startTransition: true }} />);
};

describe('a page that cannot be shown', () => {
  it.each([
    [401, 'ยังไม่ได้เข้าสู่ระบบ หรือหมดเวลาใช้งาน', 'เข้าสู่ระบบ'],
    [403, 'ไม่มีสิทธิเปิดหน้านี้', 'ไปหน้าแรก'],
    [404, 'ไม่พบหน้านี้', 'ไปหน้าแรก'],
    [503, 'ระบบยังไม่พร้อม', 'เปิดใหม่'],
    [418, 'อ่านคำขอไม่ได้', 'ไปหน้าแรก'],
    [502, 'แสดงหน้านี้ไม่ได้', 'เปิดใหม่'],
  ])('with %i says what happened and what to do', async (status, sentence, way) => {
    open(() => new Response(null, { status }));
    await waitFor(() => expect(screen.getByRole('heading', { name: sentence })).toBeTruthy());
    expect(screen.getByRole('link', { name: way })).toBeTruthy();
  });

  it('offers the nearest ones', async () => {
    open(() => Response.json({ nearest: [{ label: 'กรมบัญชีกลาง', href: '/units/03004' }] }, { status: 404 }));
    await waitFor(() =>
      expect(screen.getByRole('link', { name: 'กรมบัญชีกลาง' }).getAttribute('href')).toBe('/units/03004'),
    );
  });

  it('tells nothing of an unexpected error', async () => {
    open(() => new Error('password=hunter2'));
    await waitFor(() => expect(screen.getByRole('heading', { name: 'แสดงหน้านี้ไม่ได้' })).toBeTruthy());
    expect(document.body.textContent).not.toContain('hunter2');
  });
});
