import { describe, expect, it } from 'vitest';
import type { PanelData } from '#app/components/panel-data.ts';
import { toSearchKeys } from '#domain/text/search-key.ts';
import type { ShellView } from '#app/shell/shell-view.ts';
import { Shell } from '#app/shell/shell.tsx';
import { fireEvent, renderPage, screen, waitFor, within } from '../components/render.tsx';

const unit = (code: string, name: string, abbreviation: string, group: string) => ({
  code,
  name,
  abbreviation,
  group,
  keys: toSearchKeys([code, name, abbreviation]),
});

const read = <T,>(value: T): PanelData<T> => ({ ok: true, value });

const view: ShellView = {
  viewer: { name: 'ผู้ใช้สาธิต', position: 'รัฐมนตรีว่าการกระทรวงการคลัง', shortPosition: 'รมว.กค.', mayChangePosition: null },
  unit: { code: '03000', name: 'กระทรวงการคลัง' },
  fiscalYear: 2569,
  round: 12,
  landing: null,
  years: read([
    {
      fiscalYear: 2570,
      rounds: [{ round: 6, certainty: null }],
    },
    { fiscalYear: 2569, rounds: [{ round: 12, certainty: 'preliminary' }] },
  ]),
  places: ['projects', 'agreements'],
  csrfToken: 'token-1',
  isDemonstration: false,
  publicationId: 412,
  units: read([
    unit('03000', 'กระทรวงการคลัง', 'กค', 'กระทรวงการคลัง'),
    unit('03004', 'กรมบัญชีกลาง', 'บก.', 'กระทรวงการคลัง'),
    unit('20000', 'กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม', 'ดศ', 'กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม'),
  ]),
  found: read({
    query: 'บัญชี',
    results: [{ kind: 'units', label: 'กรมบัญชีกลาง', detail: 'กระทรวงการคลัง', href: '/units/03004' }],
  }),
};

const open = (path: string, shown: ShellView | null = view) =>
  renderPage(<Shell view={shown}>หน้า</Shell>, { path, theme: 'dark', root: { shell: shown } });

describe('shell', () => {
  it('leads those who land beside the three boards back to where they land', () => {
    open('/projects', { ...view, landing: 'projects', round: null });
    const tabs = within(screen.getAllByRole('navigation', { name: 'แดชบอร์ด' })[0]!).getAllByRole('link');
    expect(tabs.map((tab) => tab.textContent)).toEqual(['โครงการ', 'ติดตามผล', 'เปรียบเทียบ', 'วันนี้']);
    expect(tabs[0]!.getAttribute('aria-current')).toBe('page');
    expect(screen.getByText('ปี 2569')).toBeTruthy();
  });

  it('has landmarks and a way past the bar', () => {
    open('/strategic');
    expect(screen.getByRole('main').textContent).toBe('หน้า');
    expect(screen.getByRole('banner')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'ข้ามไปที่เนื้อหา' }).getAttribute('href')).toBe('#content');
  });

  it('keeps unit, year and round in the tabs and drops what belongs to the page', () => {
    open('/strategic?unit=03004&fy=2569&round=12&sort=name&sheet=me');
    const [tabs] = screen.getAllByRole('navigation', { name: 'แดชบอร์ด', hidden: true });
    const links = within(tabs!).getAllByRole('link', { hidden: true });
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/strategic?unit=03004&fy=2569&round=12',
      '/tactical?unit=03004&fy=2569&round=12',
      '/operational?unit=03004&fy=2569&round=12',
    ]);
    expect(links[0]!.getAttribute('aria-current')).toBe('page');
  });

  it('stands aside for someone who is not signed in', () => {
    open('/sign-in', null);
    expect(screen.queryByRole('banner')).toBeNull();
    expect(screen.getByRole('main').textContent).toBe('หน้า');
  });
});

describe('unit picker', () => {
  it.each([
    ['บัญชี', ['กรมบัญชีกลาง']],
    ['ดศ.', ['กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม']],
    ['๐๓๐๐๔', ['กรมบัญชีกลาง']],
    ['คลัง', ['กระทรวงการคลัง']],
  ])('finds %s while it is typed', (query, names) => {
    open('/tactical?sheet=units&view=heat');
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: query } });
    const dialog = screen.getByRole('dialog', { name: 'เลือกหน่วยงาน' });
    const found = within(dialog)
      .getAllByRole('listitem')
      .map((item) => item.querySelector('.row-primary')!.textContent);
    expect(found).toEqual(names);
  });

  it('is a form that works without scripts and keeps the page', () => {
    open('/tactical?sheet=units&view=heat&fy=2569');
    const form = screen.getByRole('search') as HTMLFormElement;
    const sent = [...new FormData(form)].map(([name, value]) => `${name}=${String(value)}`);
    expect(sent).toEqual(['view=heat', 'fy=2569', 'sheet=units', 'q=']);
  });

  it('says how to go on when nothing is found, and links keep view and year', () => {
    open('/tactical?sheet=units&view=heat&fy=2569&q=zzz');
    expect(screen.getByText(/ไม่พบหน่วยงานที่ตรงกับ “zzz”/)).toBeTruthy();
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'บัญชี' } });
    const link = within(screen.getByRole('dialog')).getByRole('link', { name: /กรมบัญชีกลาง/ });
    expect(link.getAttribute('href')).toBe('/tactical?view=heat&fy=2569&unit=03004');
  });
});

describe('round picker', () => {
  it('links to rounds that have a score, and says so of those that have none', () => {
    open('/strategic?sheet=rounds&asOf=3');
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).getByText('ยังไม่ถึงกำหนด')).toBeTruthy();
    expect(within(dialog).getByRole('link', { name: /12/ }).getAttribute('href')).toBe('/strategic?fy=2569&round=12');
  });
});

describe('a sheet of which the list could not be read', () => {
  const unread = { ok: false, error: 'part' } as const;

  it.each(['units', 'rounds', 'find'])('says so in %s, and does not say that there is nothing', (sheet) => {
    open(`/strategic?sheet=${sheet}&q=บัญชี`, { ...view, units: unread, years: unread, found: unread });
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByRole('status').textContent).toContain('อ่านข้อมูลส่วนนี้ไม่ทัน');
    expect(dialog.queryByText(/ไม่พบ/)).toBeNull();
    for (const box of dialog.queryAllByRole('searchbox')) expect((box as HTMLInputElement).value).toBe('บัญชี');
  });

  it('leaves the rest of the person’s sheet, and says so', () => {
    open('/strategic?sheet=me', { ...view, viewer: { ...view.viewer, mayChangePosition: unread } });
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText('อ่านข้อมูลส่วนนี้ไม่ทัน')).toBeTruthy();
    expect(dialog.getByRole('button', { name: 'ออกจากระบบ' })).toBeTruthy();
  });
});

describe('search', () => {
  it('lists what was found, with its kind', () => {
    open('/strategic?sheet=find&q=บัญชี');
    const item = within(screen.getByRole('dialog')).getByRole('listitem');
    expect(item.textContent).toContain('กรมบัญชีกลาง');
    expect(item.textContent).toContain('หน่วยงาน');
  });
});

describe('person', () => {
  it('stands by position first, signs out by a form with its token, and marks how things are read', () => {
    open('/strategic?sheet=me');
    const dialog = screen.getByRole('dialog', { name: 'รัฐมนตรีว่าการกระทรวงการคลัง' });
    const out = within(dialog).getByRole('button', { name: 'ออกจากระบบ' }).closest('form')!;
    expect(out.getAttribute('action')).toBe('/sign-out');
    expect(new FormData(out).get('csrf')).toBe('token-1');
    expect(within(dialog).getByRole('button', { name: 'มืด' }).getAttribute('aria-pressed')).toBe('true');
    expect(within(dialog).getByRole('button', { name: 'เลขอารบิก' }).getAttribute('aria-pressed')).toBe('true');
  });
});

describe('sheet', () => {
  it('closes to the same page without it', async () => {
    const { router } = open('/strategic?unit=03000&sheet=me&q=x');
    fireEvent.click(screen.getByRole('link', { name: 'ปิดแผ่นรายละเอียด' }));
    await waitFor(() => expect(router.state.location.search).toBe('?unit=03000'));
  });

  it('opened here goes back where it came from, so that Back does not open it again', async () => {
    const { router } = open('/strategic');
    fireEvent.click(screen.getByRole('link', { name: /ตั้งค่าและออกจากระบบ/ }));
    fireEvent.click(await screen.findByRole('link', { name: 'ปิดแผ่นรายละเอียด' }));
    await waitFor(() => expect(router.state.location.search).toBe(''));
    expect(router.state.historyAction).toBe('POP');
  });
});
