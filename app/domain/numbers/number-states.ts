/** Words that stand in a number's cell and say why there is no number. */
export type NumberState = 'blank' | 'dash' | 'no_data' | 'in_progress' | 'not_applicable' | 'withheld' | 'not_due';

/** The state that a cell's text names, or null. `text` is trimmed. */
export function numberStateOf(text: string): NumberState | null {
  if (text === '') return 'blank';
  if (/^[-–—−_]+$/.test(text)) return 'dash';
  return STATES.get(text.replace(/\s+/g, ' ').toLowerCase()) ?? null;
}

const STATES = new Map<string, NumberState>([
  ['n/a', 'no_data'],
  ['n.a.', 'no_data'],
  ['na', 'no_data'],
  ['#n/a', 'no_data'],
  ['null', 'no_data'],
  ['no data', 'no_data'],
  ['not available', 'no_data'],
  ['..', 'no_data'],
  ['...', 'no_data'],
  ['ไม่มีข้อมูล', 'no_data'],
  ['ไม่มี', 'no_data'],
  ['อยู่ระหว่างดำเนินการ', 'in_progress'],
  ['อยู่ระหว่างการดำเนินการ', 'in_progress'],
  ['in progress', 'in_progress'],
  ['ไม่เกี่ยวข้อง', 'not_applicable'],
  ['not applicable', 'not_applicable'],
  ['ไม่เปิดเผย', 'withheld'],
  ['withheld', 'withheld'],
  ['ยังไม่ถึงกำหนด', 'not_due'],
  ['not due', 'not_due'],
]);
