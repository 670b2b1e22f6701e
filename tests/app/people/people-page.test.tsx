import { describe, expect, it } from 'vitest';
import { PeoplePage } from '#app/people/people-page.tsx';
import type { PeopleView } from '#app/people/people-view.ts';
import { renderPage, screen } from '../components/render.tsx';

const people: PeopleView = {
  title: 'ผู้ใช้และตำแหน่ง',
  search: '',
  page: 1,
  found: {
    ok: true,
    value: {
      count: 51,
      pages: 2,
      rows: [
        {
          key: 'a',
          positionCode: 'officer-05004',
          position: 'เจ้าหน้าที่ข้อมูล',
          unitName: 'กรมการท่องเที่ยว',
          name: 'นายทดสอบ',
          login: 'officer-05004',
          capacity: 'for_absent',
          fromOn: '2026-11-02',
          toOn: null,
          lastSignIn: null,
          isDisabled: true,
        },
      ],
    },
  },
};

describe('the list of people', () => {
  it('says of everybody the office, in what capacity, from when, and whether the person may sign in', () => {
    renderPage(<PeoplePage view={people} />);
    const row = screen.getByRole('rowheader').closest('tr')!;
    expect([...row.cells].map(({ textContent }) => textContent!.replaceAll('\u00a0', ' '))).toEqual([
      'เจ้าหน้าที่ข้อมูล officer-05004',
      'นายทดสอบ officer-05004 ระงับแล้ว',
      'รักษาราชการแทน',
      'ตั้งแต่ 2 พ.ย. 2569 ',
      'ยังไม่เคย',
    ]);
    expect(screen.getByRole('link', { name: 'หน้าถัดไป' }).getAttribute('href')).toContain('page=2');
  });

  it('tells somebody without an answer that nothing was found', () => {
    renderPage(<PeoplePage view={{ ...people, found: { ok: true, value: { rows: [], count: 0, pages: 1 } } }} />, {
      language: 'en',
    });
    expect(screen.getByText('Nobody who holds an office fits the search')).toBeTruthy();
  });
});
