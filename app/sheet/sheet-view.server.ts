import type { Viewer } from '#app/access/viewer.ts';
import type { Tx } from '#db/connect.ts';
import { getAgreementScoreSheet } from './agreement-score-sheet.server.ts';
import { getFigureSheet } from './figure-sheet.server.ts';
import { getKpiScoreSheet } from './kpi-score-sheet.server.ts';
import { getProjectSheet } from './project-sheet.server.ts';
import { getRecordSheet } from './record-sheet.server.ts';
import { parseSheetName } from './sheet-name.ts';
import type { SheetView } from './sheet-view.ts';
import { toTeller } from './teller.server.ts';

/**
 * The sheet that `?sheet=` names, as of the page's publication; null for none, for a name that is no number's, and for a
 * number that the viewer may not see – the page then stands without it.
 */
export async function getSheetView(
  tx: Tx,
  viewer: Viewer,
  { name, asOf }: { name: string | null; asOf: number | null },
): Promise<SheetView | null> {
  const sheet = parseSheetName(name);
  if (!sheet) return null;
  const teller = toTeller(viewer, asOf);
  switch (sheet.kind) {
    case 'kpi-score':
      return getKpiScoreSheet(tx, teller, sheet);
    case 'agreement-score':
      return getAgreementScoreSheet(tx, teller, sheet);
    case 'figure':
      return getFigureSheet(tx, teller, sheet);
    case 'project':
      return getProjectSheet(tx, teller, sheet);
    case 'record':
      return getRecordSheet(tx, teller, sheet.key);
  }
}
