import type { DatasetName } from '../../datasets/contract.ts';
import type { DemoFile } from '../files/table.ts';

/** One thing that happened in the demonstration's past, in the order of `at` (an instant with its zone). */
export type Step = { at: string; label: string } & (
  | {
      kind: 'load';
      feedCode: string;
      dataset: DatasetName;
      mapping: string;
      period: string | null;
      /** Name of the first file: with the feed it tells whether this was loaded already. */
      firstFile: string;
      files: () => Promise<DemoFile[]>;
    }
  /** About the run that loaded the file named. */
  | {
      kind: 'decide';
      feedCode: string;
      file: string;
      act: 'accept' | 'return';
      remark: string | null;
      positionCode: string;
    }
  | { kind: 'certify'; fiscalYear: number; round: 6 | 9 | 12; certainty: 'certified' | 'final' }
  | { kind: 'duties' }
  | { kind: 'turn-day' }
);

/** 2026-11-05T09:30:00+07:00 */
export function instant(day: string, time: string): string {
  return `${day}T${time}:00+07:00`;
}
