import type { ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import { AgreementLinks, ServingProjects } from '#app/agreements/agreement-links.tsx';
import type { UnitPageView } from '#app/units/unit-view.ts';
import { UnitProjects } from '#app/units/unit-deliveries.tsx';
import { renderPage, screen } from './render.tsx';

const unread = { ok: false, error: 'part' } as const;
const unit: UnitPageView['unit'] = {
  code: '03003',
  name: 'กรมธนารักษ์',
  shortName: 'ธร.',
  kind: 'department',
  level: 'DOC',
  parent: null,
  validFrom: null,
  validTo: null,
};

describe('a panel that could not be read', () => {
  test.each<[string, ReactElement, string]>([
    ['a unit’s projects', <UnitProjects view={{ unit, projects: unread }} />, 'โครงการ'],
    ['an agreement’s links', <AgreementLinks view={{ links: unread }} />, 'เชื่อมกับคำรับรองอื่น'],
    ['an agreement’s projects', <ServingProjects view={{ projects: unread }} />, 'โครงการที่หนุนตัวชี้วัด ช้าที่สุดก่อน'],
  ])('does not say that there is none of %s', (_what, panel, title) => {
    renderPage(panel);
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(title);
    expect(screen.getByText('อ่านข้อมูลส่วนนี้ไม่ทัน')).toBeTruthy();
  });
});
