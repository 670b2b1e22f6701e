/** What a project of the demonstration is about to do; how it runs, costs and is told follows from it. */
export type ProjectKind =
  | 'data_exchange'
  | 'system'
  | 'e_service'
  | 'infrastructure'
  | 'security'
  | 'construction'
  | 'equipment'
  | 'people'
  | 'activity';

type KindFacts = {
  th: string;
  layer: string | null;
  strategy: string | null;
  /** Share among a unit's projects, before kinds that its mandate lacks are left out. */
  frequency: number;
  /** Baht of the smallest and the largest, as powers of ten. */
  least: number;
  most: number;
  longestMonths: number;
  steps: 'digital' | 'construction' | 'equipment' | 'activity';
};

export const KINDS: Record<ProjectKind, KindFacts> = {
  data_exchange: kind('เชื่อมโยงแลกเปลี่ยนข้อมูล', 'digital', 2.8, 6.4, 8.5, 24, '5', '6'),
  system: kind('พัฒนาระบบสารสนเทศ', 'digital', 2, 6, 8.3, 24, '4', '6'),
  e_service: kind('บริการทางอิเล็กทรอนิกส์', 'digital', 2, 5.9, 8.1, 20, '5', '1'),
  infrastructure: kind('โครงสร้างพื้นฐานดิจิทัล', 'digital', 1, 6, 8.3, 18, '1', '6'),
  security: kind('ความมั่นคงปลอดภัยของข้อมูล', 'digital', 0.8, 5.8, 7.8, 14, '3', '6'),
  construction: kind('ก่อสร้างและปรับปรุง', 'construction', 2.4, 6.3, 9.3, 36),
  equipment: kind('จัดหาครุภัณฑ์', 'equipment', 1.1, 5.9, 8.4, 16),
  people: kind('พัฒนาคน', 'activity', 0.8, 5.7, 7.4, 12),
  activity: kind('ดำเนินกิจกรรม', 'activity', 0.8, 5.7, 7.6, 14),
};

function kind(
  th: string,
  steps: KindFacts['steps'],
  frequency: number,
  least: number,
  most: number,
  longestMonths: number,
  layer: string | null = null,
  strategy: string | null = null,
): KindFacts {
  return { th, steps, frequency, least, most, longestMonths, layer, strategy };
}
