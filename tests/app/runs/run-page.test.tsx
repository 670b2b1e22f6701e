import { describe, expect, it } from 'vitest';
import { RunPage } from '#app/runs/run-page.tsx';
import type { RunView } from '#app/runs/run-view.ts';
import { buildRunView } from '#tests/build/run-view.ts';
import { renderPage, screen } from '../components/render.tsx';

const show = (...about: Parameters<typeof buildRunView>) =>
  renderPage(<RunPage view={buildRunView(...about)} refusal={null} />);

const none: RunView['findings'] = { ok: true, value: { rows: [], ruleKey: null, page: 1, pages: 1, total: 0 } };

describe('a run page', () => {
  it('says first what became of it, then where what was refused stands in the sender’s own file', () => {
    show();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      'การนำเข้าครั้งที่ 12 ไม่ผ่าน 2 จาก 5 ระเบียน · รับเข้าแล้ว 3',
    );
    expect(screen.getByText(/แถว 14 ช่อง D \(ผล\)/)).toBeTruthy();
    expect(screen.getByText(/ค่าที่ส่ง “ประมาณ 90”/)).toBeTruthy();
    expect(screen.getByText(/ช่องว่าง/)).toBeTruthy();
  });

  it('offers the sender to submit, with one main button, and says for whom it waits', () => {
    const { container } = show();
    expect(screen.getByRole('button', { name: 'ส่งให้ระดับถัดไป' })).toBeTruthy();
    expect(container.querySelectorAll('.button-primary')).toHaveLength(1);
    expect(screen.getByText('รอผู้ส่งส่งให้ระดับถัดไป')).toBeTruthy();
  });

  it('asks for a remark where data are returned', () => {
    show({}, { acts: ['accept', 'return'], waitsFor: 'MOC' });
    expect(screen.getByText('รอกระทรวงรับ')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'รับ' })).toBeTruthy();
    expect(screen.getByLabelText('เหตุผลที่ส่งคืน')).toHaveProperty('required', true);
  });

  it('says why it shows no sums: there is none, or they are not for this level yet', () => {
    const { unmount } = show();
    expect(screen.getByText('ไม่มีคอลัมน์ตัวเลข')).toBeTruthy();
    unmount();
    show({}, { areTotalsKept: true });
    expect(screen.getByText('ยอดแสดงเฉพาะระดับที่เห็นข้อมูลหรือต้องพิจารณารับ')).toBeTruthy();
    expect(screen.queryByText('ไม่มีคอลัมน์ตัวเลข')).toBeNull();
  });

  it('says why a level above does not see the refused cells yet, and still how many each rule refused', () => {
    const rules = [buildRunView().rules[0]!];
    show({}, { acts: [], areFindingsKept: true, rules, findings: none });
    expect(screen.getByText('ค่าที่ผู้ส่งกรอกแสดงเฉพาะผู้ส่งกับระดับที่เห็นข้อมูลหรือต้องพิจารณารับ')).toBeTruthy();
    expect(screen.getByText('มีตัวอักษรปน')).toBeTruthy();
    expect(screen.queryByText('ไม่พบสิ่งผิดปกติในแฟ้มนี้')).toBeNull();
  });

  it('does not speak of kept cells where nothing was refused', () => {
    const counts = { read: 5, accepted: 5, unchanged: 0, rejected: 0, warnings: 0 };
    show({ counts, status: 'loaded' }, { acts: [], areFindingsKept: true, rules: [], findings: none });
    expect(screen.getByText('ไม่พบสิ่งผิดปกติในแฟ้มนี้')).toBeTruthy();
  });

  it.each([
    ['waiting', 'waiting', 'การนำเข้าครั้งที่ 12 รอการนำเข้าก่อนหน้าของรายการข้อมูลเดียวกัน'],
    ['running', 'publishing', 'การนำเข้าครั้งที่ 12 กำลังทำงาน: คำนวณและเผยแพร่'],
  ] as const)('while it is %s it claims nothing, and offers nothing', (status, stage, sentence) => {
    show({ status, stage, publishedIn: null, levels: 0 }, { acts: [], waitsFor: null });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(sentence);
    expect(screen.getByText('ตัวเลขบนแดชบอร์ดจะเปลี่ยนเมื่อเผยแพร่เสร็จเท่านั้น')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByText(/รับเข้าครบ|รับเข้าแล้ว/)).toBeNull();
  });

  it('of a file that was not read says why, and nothing of what it might hold', () => {
    const counts = { read: 0, accepted: 0, unchanged: 0, rejected: 0, warnings: 0 };
    const failure = 'ไม่พบหัวตารางที่ต้องการ';
    show({ status: 'refused', failure, counts }, { acts: [], waitsFor: null, rules: [], findings: none });
    expect(screen.getByText(failure)).toBeTruthy();
    expect(screen.queryByText('ไม่พบสิ่งผิดปกติในแฟ้มนี้')).toBeNull();
    expect(screen.queryByText('ไม่มีคอลัมน์ตัวเลข')).toBeNull();
  });

  it('of a file refused whole counts every record as refused, and says which of them broke a rule', () => {
    const { container } = show(
      {
        status: 'refused',
        failure: 'ไม่ผ่านการตรวจ 3 จาก 5',
        counts: { read: 5, accepted: 0, unchanged: 0, rejected: 5, warnings: 0 },
        faulty: 3,
      },
      { acts: [], waitsFor: null },
    );
    const [read, ...parts] = [...container.querySelectorAll('.run-account .t36.strong')].map((one) =>
      Number(one.textContent),
    );
    expect([read, parts]).toEqual([5, [0, 0, 5]]);
    expect(screen.getByText(/ไม่ผ่านการตรวจ 3 ระเบียน อีก 2 ระเบียนผ่านแต่ไม่นำเข้า/)).toBeTruthy();
    expect(screen.getByText(/ไม่ผ่าน 3 ระเบียน ข้อสังเกต 0 แห่ง/)).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toBe('ไม่ผ่านการตรวจ 3 จาก 5');
  });

  it('says in words that a run which failed midway took nothing in', () => {
    const counts = { read: 700, accepted: 0, unchanged: 0, rejected: 700, warnings: 0 };
    show({ status: 'failed', failure: 'ระบบขัดข้อง', counts }, { acts: [], waitsFor: null });
    expect(screen.getByText('อ่านแล้ว 700 ระเบียน ไม่มีระเบียนใดถูกนำเข้า')).toBeTruthy();
  });

  it('says how the file was read in people’s words, and holds the name that commands take', () => {
    show();
    const mapping = screen.getByText('หัวคอลัมน์ตามแบบฟอร์มกลาง · รุ่น 1');
    expect(mapping.getAttribute('title')).toBe('contract-reading');
    expect(screen.getByText(/รหัสอักขระ UTF-8/)).toBeTruthy();
    expect(screen.queryByText(/contract-|utf-8/)).toBeNull();
  });

  it('shows who may not see values the header and the counts alone', () => {
    show({}, { isHeaderOnly: true, acts: [] });
    expect(screen.queryByText(/ประมาณ 90/)).toBeNull();
    expect(screen.getByText(/เห็นได้เฉพาะผู้มีสิทธิ/)).toBeTruthy();
  });

  it('says that an act is under way instead of offering it again, and why one was refused', () => {
    show({}, { request: { act: 'submit', status: 'waiting', refusal: null } });
    expect(screen.getByText(/กำลังดำเนินการ หน้านี้จะเปลี่ยนเอง/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'ส่งให้ระดับถัดไป' })).toBeNull();
  });

  it('tells a refusal as a sentence', () => {
    renderPage(<RunPage view={buildRunView()} refusal="aide_may_not_decide" />);
    expect(screen.getByRole('alert').textContent).toContain('ผู้ช่วยอ่านและเตรียมได้');
  });
});
