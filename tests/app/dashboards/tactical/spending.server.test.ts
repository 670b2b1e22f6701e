import { expect, test } from 'vitest';
import { toSpendingPoint } from '#app/dashboards/tactical/spending.server.ts';

test.each([
  ['unit', 'กรมบัญชีกลาง', 'บก.', 'กรมบัญชีกลาง'],
  ['unit', 'กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม', 'ดศ.', 'ดศ.'],
  ['unit', 'สถาบันบัณฑิตพัฒนศิลป์', 'สถาบันบัณฑิตพัฒนศิลป์', 'สถาบันบัณฑิตพัฒ…'],
  ['project', 'โครงการพัฒนาระบบตรวจสอบภายใน', 'PRJ-1', 'พัฒนาระบบตรว…'],
] as const)(
  'in a drawing a %s of long name, %s, is called by its abbreviation %s where it has one: %s',
  (kind, name, shortName, drawn) => {
    expect(
      toSpendingPoint({ code: 'x', kind, name, shortName, spentPercent: '1', donePercent: '1', valueBaht: '1' })
        .shortName,
    ).toBe(drawn);
  },
);
