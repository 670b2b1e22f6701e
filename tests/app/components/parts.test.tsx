import { describe, expect, it } from 'vitest';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { CertaintyMark } from '#app/components/certainty-mark.tsx';
import { DataStateMark, type DataState } from '#app/components/data-state-mark.tsx';
import { DataTable } from '#app/components/data-table.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Money, Score } from '#app/components/figures.tsx';
import { FormField } from '#app/components/form-field.tsx';
import { Headline } from '#app/components/headline.tsx';
import { ListRow, ListRows } from '#app/components/list-rows.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { Panel } from '#app/components/panel.tsx';
import { SegmentedControl } from '#app/components/segmented-control.tsx';
import { StatusBadge, type StatusCode } from '#app/components/status-badge.tsx';
import { Tile } from '#app/components/tile.tsx';
import { renderPage, screen, within } from './render.tsx';

describe('status', () => {
  it.each<[StatusCode, string]>([
    ['achieved', 'บรรลุแล้ว'],
    ['on_plan', 'ตามแผน'],
    ['at_risk', 'เสี่ยง'],
    ['below_plan', 'ต่ำกว่าแผน'],
    ['no_data', 'ไม่มีข้อมูลพอ'],
  ])('%s is told in a word, with its shape hidden from readers', (status, word) => {
    const { container } = renderPage(<StatusBadge status={status} />);
    expect(screen.getByText(word)).toBeTruthy();
    expect(container.querySelector('svg')!.getAttribute('aria-hidden')).toBe('true');
  });

  it('of a project below plan is ล่าช้า', () => {
    renderPage(<StatusBadge status="below_plan" kind="project" />);
    expect(screen.getByText('ล่าช้า')).toBeTruthy();
  });
});

describe('data states', () => {
  const states: DataState[] = [
    'reported',
    'zero',
    'not_due',
    'missing',
    'rejected',
    'withheld',
    'not_applicable',
    'estimated',
  ];

  it('have eight different words, also where only the mark is seen', () => {
    renderPage(
      <ul>
        {states.map((state) => (
          <li key={state}>
            <DataStateMark state={state} bare />
          </li>
        ))}
      </ul>,
    );
    const words = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(new Set(words).size).toBe(states.length);
    expect(words).not.toContain('');
  });

  it('look different from one another', () => {
    const looks = states.map((state) => {
      const { container, unmount } = renderPage(<DataStateMark state={state} bare />);
      const look = container.querySelector('svg')?.innerHTML ?? container.querySelector('.mark')!.innerHTML;
      unmount();
      return look;
    });
    expect(new Set(looks).size).toBe(states.length);
  });
});

it('certainty is told in a word', () => {
  renderPage(<CertaintyMark certainty="mid_round" />);
  expect(screen.getByText('ระหว่างรอบ')).toBeTruthy();
});

describe('tile', () => {
  it('says name, value, target, status and change', () => {
    renderPage(
      <Tile
        name="เบิกจ่าย"
        value="61.20"
        unit="%"
        target="75.00%"
        status="below_plan"
        change="+2.10"
        href="?sheet=kpi:1"
      />,
    );
    const tile = screen.getByRole('link');
    for (const part of ['เบิกจ่าย', '61.20', 'ต่ำกว่าแผน', 'เป้าหมาย 75.00%', '+2.10 เทียบรอบก่อน'])
      expect(tile.textContent).toContain(part);
  });

  it('without a value says why, and shows no zero', () => {
    renderPage(<Tile name="ความพึงพอใจ" value={null} state="withheld" />);
    expect(screen.getByText('ไม่เปิดเผย')).toBeTruthy();
    expect(document.body.textContent).not.toContain('0');
  });
});

describe('figures', () => {
  it('show a score with two decimals and none as a dash with its word', () => {
    renderPage(
      <>
        <Score value="3.6825" />
        <Score value={null} />
      </>,
    );
    expect(screen.getByText('3.68')).toBeTruthy();
    expect(screen.getByText('ไม่มีข้อมูลพอ')).toBeTruthy();
  });

  it('show money in million baht, in Thai digits when chosen', () => {
    renderPage(<Money baht="1234560000" />, { digits: 'thai' });
    expect(document.body.textContent).toBe('๑,๒๓๔.๕๖\u00a0ล้านบาท');
  });
});

describe('headline', () => {
  it('is the first heading, with certainty, as-of and coverage beneath', () => {
    renderPage(
      <Headline
        sentence="คะแนน 3.68"
        certainty="preliminary"
        asOf="30 ก.ย. 2569"
        publication={412}
        coverage="92.00%"
      />,
    );
    const header = screen.getByRole('heading', { level: 1 }).closest('header')!;
    for (const part of ['คะแนน 3.68', 'เบื้องต้น', 'ข้อมูล ณ 30 ก.ย. 2569 · ฉบับที่ 412', 'น้ำหนักที่รายงานแล้ว 92.00%'])
      expect(within(header).getAllByText(part).length).toBeGreaterThan(0);
  });

  it('keeps words on one line that the browser’s dictionary would break', () => {
    const sentence = 'คะแนนคำรับรอง 3.68 · ต่ำกว่าแผนมากที่สุด: กรมการขนส่งทางบก 0.22';
    renderPage(<Headline sentence={sentence} asOf="y" />);
    const heading = screen.getByRole('heading', { level: 1 });
    expect(heading.textContent).toBe(sentence);
    const whole = [...heading.querySelectorAll('.nowrap')].map(({ textContent }) => textContent);
    expect(whole).toEqual(['คำรับรอง', 'ต่ำกว่า', 'มากที่สุด', 'ทางบก']);
  });

  it('says that data are a demonstration where they are', () => {
    renderPage(<Headline sentence="x" asOf="y" />, { root: { shell: { isDemonstration: true } } });
    expect(screen.getByText('ข้อมูลสาธิต')).toBeTruthy();
  });
});

describe('panel', () => {
  it('is a region named by its finding', () => {
    renderPage(<Panel title="เสียคะแนนมากที่สุด">x</Panel>);
    expect(screen.getByRole('region', { name: 'เสียคะแนนมากที่สุด' }).textContent).toContain('x');
  });

  it('that failed says so and offers to read again, in place of its content', () => {
    renderPage(
      <Panel title="ก" state="failed">
        never
      </Panel>,
      { path: '/strategic?unit=1' },
    );
    expect(screen.getByText('อ่านข้อมูลส่วนนี้ไม่ทัน')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'เปิดใหม่' }).getAttribute('href')).toBe('/strategic?unit=1');
    expect(screen.queryByText('never')).toBeNull();
  });
});

it('an empty state says what is missing, who owes it, by when, and what to do', () => {
  renderPage(<EmptyState what="ยังไม่มีผล" who="กรม ก" by="4 ธ.ค. 2569" action={{ label: 'แจ้ง', href: '/x' }} />);
  expect(screen.getByText('ผู้ส่ง: กรม ก · ครบกำหนด 4 ธ.ค. 2569')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'แจ้ง' })).toBeTruthy();
});

describe('table', () => {
  const columns = [
    { key: 'name', label: 'โครงการ', isName: true, cell: (row: { name: string }) => row.name },
    {
      key: 'cost',
      label: 'ล้านบาท',
      align: 'number' as const,
      sortHref: '?sort=cost',
      sorted: 'descending' as const,
      cell: () => '1.00',
    },
  ];

  it('names rows and columns, and sorts by links', () => {
    renderPage(
      <DataTable caption="โครงการทั้งหมด" columns={columns} rows={[{ name: 'ก' }]} rowKey={(row) => row.name} />,
    );
    expect(screen.getByRole('table', { name: 'โครงการทั้งหมด' })).toBeTruthy();
    expect(screen.getByRole('rowheader', { name: 'ก' })).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: 'ล้านบาท' }).getAttribute('aria-sort')).toBe('descending');
    expect(screen.getByRole('link', { name: 'ล้านบาท' })).toBeTruthy();
  });

  it('without rows is a sentence, never a bare head', () => {
    renderPage(<DataTable caption="ก" columns={columns} rows={[]} rowKey={() => ''} />);
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getByText('ยังไม่มีรายการ')).toBeTruthy();
  });
});

it('a list shows the worst few and how many more there are', () => {
  renderPage(
    <ListRows more={{ count: 12, href: '/all' }}>
      <ListRow href="/a" primary="กรม ก" trailing="2.10" />
    </ListRows>,
  );
  expect(screen.getByRole('link', { name: /กรม ก/ }).getAttribute('href')).toBe('/a');
  expect(screen.getByRole('link', { name: 'อีก 12 รายการ' })).toBeTruthy();
});

it('a segmented control marks the view that is on', () => {
  renderPage(
    <SegmentedControl
      label="มุมมอง"
      items={[
        { label: 'อันดับ', href: '?v=1', current: true },
        { label: 'แนวโน้ม', href: '?v=2' },
      ]}
    />,
  );
  const control = screen.getByRole('navigation', { name: 'มุมมอง' });
  expect(within(control).getByRole('link', { current: true }).textContent).toBe('อันดับ');
});

it('a breadcrumb ends at this page', () => {
  renderPage(<Breadcrumb items={[{ label: 'กระทรวง', href: '/a' }, { label: 'กรม' }]} />);
  expect(screen.getByText('กรม').getAttribute('aria-current')).toBe('page');
});

it('one page needs no pagination, the first no way back', () => {
  renderPage(<Pagination page={1} pages={1} hrefFor={String} />);
  expect(screen.queryByRole('navigation')).toBeNull();
  renderPage(<Pagination page={1} pages={3} hrefFor={(page) => `?page=${page}`} />);
  expect(screen.getByRole('link', { name: 'หน้าถัดไป' })).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'หน้าก่อน' })).toBeNull();
});

it('a faulty field is tied to its hint and to how to mend it', () => {
  renderPage(<FormField label="ร้อยละ" name="share" hint="0–100" error="พิมพ์จุดแทนจุลภาค" />);
  const input = screen.getByLabelText('ร้อยละ');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  const told = input
    .getAttribute('aria-describedby')!
    .split(' ')
    .map((id) => document.getElementById(id)!.textContent);
  expect(told).toEqual(['0–100', 'แก้ไข: พิมพ์จุดแทนจุลภาค']);
});
