import { describe, expect, test } from 'vitest';
import { demoName } from '#etl/demo/people/names.ts';
import { ABSENT, demoAides, demoPeople, VACANT } from '#etl/demo/people/roster.ts';
import { org } from './organisation.ts';

const day = '2026-11-20';
const codes = org.reporters.flatMap(({ code }) => [`dg-${code}`, `officer-${code}`]);
const people = [...demoPeople(org, codes, day), ...demoAides(day)];

describe('people of the demonstration', () => {
  test('a title fits the given name', () => {
    for (const { titleTh, nameTh } of people) {
      if (/^(สมหญิง|มาลี|รัตนา|ศิริพร|พรทิพย์|วรรณา) /.test(nameTh)) expect(titleTh, nameTh).toMatch(/^(นาง|นางสาว|ดร\.)$/);
      if (/^(สมชาย|วิชัย|ธนพล|ประเสริฐ|มานะ|สุนทร) /.test(nameTh)) expect(titleTh, nameTh).not.toMatch(/^นาง/);
    }
    expect(new Set(people.map(({ titleTh }) => titleTh)).size).toBeGreaterThan(4);
  });

  test('heads of the forces carry their rank', () => {
    expect(demoName('dg-02004').titleTh).toBe('พลเอก');
    expect(demoName('dg-02005').titleTh).toBe('พลเรือเอก');
    expect(demoName('dg-03004').titleTh).not.toMatch(/^พล/);
  });

  test('the family name of everybody, also of those who act and assist, says that nobody is meant', () => {
    const said = /สาธิต|สมมติ|สมมุติ|ตัวอย่าง|จำลอง|ทดลอง|แบบอย่าง|ลองใช้/;
    for (const { nameTh } of people) expect(nameTh).toMatch(said);
    expect(people.find(({ login }) => login === VACANT)).toMatchObject({ acting: 'in_vacancy' });
    expect(people.filter(({ login }) => login.startsWith(ABSENT))).toHaveLength(2);
  });
});
