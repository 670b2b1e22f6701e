import { describe, expect, test } from 'vitest';
import { daysBetween } from '#domain/time/fiscal-calendar.ts';
import { departmentKpis, ministerKpis, secretaryKpis } from '#etl/demo/agreements/kpis.ts';
import { indicatorsOwedBy } from '#etl/demo/indicators/index.ts';
import { mandatedUnits, mandateOf, type Phrase } from '#etl/demo/mandates/mandate.ts';
import { provincesFor } from '#etl/demo/mandates/provinces.ts';
import { projectsOf } from '#etl/demo/projects/portfolio.ts';
import { org } from './organisation.ts';

const projects = org.reporters.flatMap(projectsOf);
const phrasesOf = (code: string): Phrase[] => {
  const { data, services, works, people } = mandateOf(code);
  return [...data, ...services, ...works, ...people];
};
/** A ministry's matters must not turn up with another's: words by which they are known, and whose they are. */
const matters: [RegExp, string[]][] = [
  [/ภาษีสรรพสามิต/, ['03006']],
  [/ยื่นแบบภาษีเงินได้|ภาษีมูลค่าเพิ่ม/, ['03007']],
  [/ใบขนสินค้า/, ['03005']],
  [/ที่ราชพัสดุ|เหรียญ/, ['03003']],
  [/ใบขับขี่|ทะเบียนรถ/, ['08004']],
  [/หนังสือเดินทาง/, ['04003']],
  [/ทะเบียนนิติบุคคล/, ['13008']],
  [/บัตรประจำตัวประชาชน/, ['15003']],
];

describe("what the demonstration's projects are about", () => {
  test('every unit that reports has a mandate on the list, and the list names no other', () => {
    expect([...mandatedUnits()].sort()).toEqual(org.reporters.map(({ code }) => code).sort());
  });

  test.each(matters)('%s is the matter of %j alone', (words, units) => {
    const of = projects.filter(({ nameTh }) => words.test(nameTh));
    expect(of.length).toBeGreaterThan(0);
    expect([...new Set(of.map(({ unit }) => unit.code))].sort()).toEqual(units);
  });

  test('the treasury department, which manages state property, has no project about collecting taxes', () => {
    const names = projectsOf(org.unit('03003')).map(({ nameTh }) => nameTh);
    expect(names.filter((name) => name.includes('ราชพัสดุ')).length).toBeGreaterThan(1);
    expect(names.filter((name) => name.includes('ภาษี'))).toEqual([]);
  });

  test('a name is short, says no unit that stands beside it anyway, and stands once in its unit', () => {
    const long = projects.filter(({ nameTh }) => nameTh.length > 55);
    expect(long.length / projects.length).toBeLessThan(0.03);
    for (const { nameTh, unit, code } of projects) {
      expect(nameTh.length, `${code} ${nameTh}`).toBeLessThanOrEqual(68);
      // What any office does is told apart by the unit's short name, where it has one.
      if (unit.abbrTh) expect(nameTh, code).not.toContain(unit.nameTh);
      expect(nameTh, code).not.toMatch(
        /[{}>|]|โครงการโครงการ|ข้อมูลข้อมูล|สำนักงาน สำนักงาน|ยืนยันตัวตน.*ยืนยันตัวตน|ทางไกล ณ จุด| {2}/,
      );
    }
    for (const unit of org.reporters) {
      const names = projectsOf(unit).map(({ nameTh }) => nameTh);
      expect(new Set(names).size, unit.code).toBe(names.length);
    }
  });

  test('no two projects of a ministry go by the same name', () => {
    for (const { code } of org.ministries) {
      const names = org.reportersOf(code).flatMap((unit) => projectsOf(unit).map(({ nameTh }) => nameTh));
      const twice = names.filter((name, i) => names.indexOf(name) !== i);
      expect(twice, code).toEqual([]);
    }
  });

  test('a second stage comes a year after the first at the earliest', () => {
    const second = projects.filter(({ nameTh }) => nameTh.endsWith('ระยะที่ 2'));
    expect(second.length).toBeGreaterThan(20);
    for (const { unit, nameTh, startOn } of second) {
      const head = nameTh.replace(' ระยะที่ 2', '');
      const first = projectsOf(unit).find((one) => one.nameTh.startsWith(head) && one.nameTh !== nameTh);
      expect(first && daysBetween(first.startOn, startOn), nameTh).toBeGreaterThanOrEqual(365);
    }
  });

  test('most of what a unit has projects about is its own matter', () => {
    const begun = projects.filter(({ startOn }) => startOn <= '2026-11-10');
    const share = begun.filter(({ system }) => system === null).length / begun.length;
    expect(share).toBeGreaterThan(0.75);
  });

  test('what a phrase of the list says it serves is owed by its unit', () => {
    for (const unit of org.reporters) {
      const owed = new Set(indicatorsOwedBy(unit).map(({ code }) => code));
      for (const { text, serves } of phrasesOf(unit.code))
        if (serves !== null) expect(owed.has(serves), `${unit.code} ${text} ${serves}`).toBe(true);
    }
  });

  test('projects serve many KPIs, most of which stand in an agreement of their unit or its ministry', () => {
    const shares = new Map<string, number>();
    let inAgreement = 0;
    for (const { unit, indicatorCode } of projects) {
      shares.set(indicatorCode, (shares.get(indicatorCode) ?? 0) + 1 / projects.length);
      const ministry = unit.parentCode!;
      const kpis = [
        ...ministerKpis(ministry),
        ...secretaryKpis(ministry),
        ...(unit.kind === 'department' ? departmentKpis(unit, ministry) : []),
      ];
      if (kpis.some(({ spec }) => spec.code === indicatorCode)) inAgreement++;
    }
    expect(Math.max(...shares.values())).toBeLessThan(0.25);
    expect(shares.size).toBeGreaterThan(60);
    expect(inAgreement / projects.length).toBeGreaterThan(0.75);
  });

  test('works by the sea stand in a province that has one, and airports where there are some', () => {
    expect(provincesFor('ปลูกฟื้นฟูป่าชายเลน {จ}')).not.toContain('เชียงใหม่');
    expect(provincesFor('ขยายทางวิ่งท่าอากาศยาน{จ}')).toContain('กระบี่');
    const mangroves = projects.filter(({ nameTh }) => nameTh.includes('ป่าชายเลน จังหวัด'));
    expect(mangroves.length).toBeGreaterThan(0);
    for (const { nameTh } of mangroves) expect(nameTh).not.toMatch(/เชียงใหม่|ขอนแก่น|นครสวรรค์/);
  });

  test('an owner is an office of that kind of unit: a director-general has a secretary, a force has its own', () => {
    const owners = (code: string) => projectsOf(org.unit(code)).map(({ ownerTitle }) => ownerTitle);
    expect(owners('02004').every((title) => /^(เจ้ากรม|ปลัดบัญชี)/.test(title))).toBe(true);
    expect(owners('02001').some((title) => /^ผู้อำนวยการ(ศูนย์|กอง)/.test(title))).toBe(false);
    for (const { unit, ownerTitle, code } of projects)
      if (ownerTitle === 'เลขานุการกรม') expect(unit.nameTh, code).toMatch(/^กรม/);
  });
});
