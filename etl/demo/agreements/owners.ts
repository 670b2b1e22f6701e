/** The bureau that answers for an indicator of the demonstration, as the title of its director. */
export function ownerTitle(indicatorCode: string): string {
  return OWNERS.find(([start]) => indicatorCode.startsWith(start))?.[1] ?? 'ผู้อำนวยการกองยุทธศาสตร์และแผนงาน';
}

const OWNERS = [
  ['C-BUD', 'ผู้อำนวยการกองคลัง'],
  ['C-HRD', 'ผู้อำนวยการกองการเจ้าหน้าที่'],
  ['C-DIG', 'ผู้อำนวยการศูนย์เทคโนโลยีสารสนเทศ'],
  ['BO', 'ผู้อำนวยการศูนย์เทคโนโลยีสารสนเทศ'],
  ['C-SRV', 'ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร'],
  ['C-GOV', 'ผู้อำนวยการศูนย์ต่อต้านการทุจริต'],
] as const;
