import { getSourceReadings, type FigureKey, type FigureRow } from '#db/reads/figures.ts';
import type { Tx } from '#db/connect.ts';
import type { DataState } from '#app/components/data-state-mark.tsx';
import { sheetName } from './sheet-name.ts';
import type { SheetPart, SheetView } from './sheet-view.ts';
import type { Teller } from './teller.server.ts';

type Measure = { indicatorCode: string; unitOfMeasure: string; decimals: number };

/** Figures as lines: each opens its own sheet, and one that was reported opens its record at once. */
export function toFigureParts(
  teller: Teller,
  figures: FigureRow[],
  measure: Measure,
  by: 'unit' | 'period',
): SheetPart[] {
  return figures.map((figure) => ({
    key: `${figure.unitCode}-${figure.periodId}`,
    label: by === 'unit' ? figure.unitName : teller.period(figure.periodId),
    detail:
      figure.basis === 'reading'
        ? undefined
        : teller.t('numberSheet.reportedOf', { reported: figure.unitsReported, expected: figure.unitsExpected }),
    value: teller.measured(figure.value, measure),
    state: toState(figure),
    sheet: sheetName.figure(figure.unitCode, measure.indicatorCode, figure.periodId, figure.sliceId),
  }));
}

/** The state in place of a value that is not there; an estimate is marked beside it elsewhere. */
export function toState(figure: Pick<FigureRow, 'state' | 'value'>): DataState | undefined {
  if (figure.value !== null) return undefined;
  return figure.state === 'withheld' || figure.state === 'not_applicable' ? figure.state : 'missing';
}

/** The newest readings under a figure with their cells: the way down to the sender's file. */
export async function toSourceParts(
  tx: Tx,
  teller: Teller,
  key: Omit<FigureKey, 'periodId'> & { throughPeriodId: number | null },
  measure: Measure,
): Promise<SheetView['source']> {
  const { t, asOf, language } = teller;
  const readings = await getSourceReadings(tx, { ...key, asOf, language, limit: 5 });
  return {
    note: readings.length > 0 ? t('numberSheet.newestReadings') : t('numberSheet.noReadings'),
    facts: [],
    cells: [],
    items: readings.map((reading) => ({
      key: `${reading.unitCode}-${reading.periodId}`,
      label: `${reading.unitName} · ${teller.period(reading.periodId)}`,
      detail: toAddress(teller, reading),
      value: teller.measured(reading.value, measure),
      state: reading.value === null && reading.state === 'withheld' ? 'withheld' : undefined,
      sheet: sheetName.reading(reading),
    })),
  };
}

type Address = { fileName: string | null; sheet: string | null; rowNo: number; columnLetter: string | null };

/** "แฟ้ม แผ่นงาน แถว 14 ช่อง D". */
function toAddress({ t }: Teller, { fileName, sheet, rowNo, columnLetter }: Address): string {
  const place = columnLetter
    ? t('numberSheet.cellAt', { row: rowNo, column: columnLetter })
    : t('numberSheet.rowAt', { row: rowNo });
  return [fileName, sheet, place].filter(Boolean).join(' · ');
}
