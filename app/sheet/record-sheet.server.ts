import {
  getRecord,
  getRunColumns,
  getRunSource,
  type RecordKey,
  type RecordRow,
  type RunColumnRow,
  type RunSourceRow,
} from '#db/reads/records.ts';
import type { Tx } from '#db/connect.ts';
import { mappingTitle } from '#app/feeds/reading-words.server.ts';
import type { SheetCell, SheetFact, SheetView } from './sheet-view.ts';
import { fact, type Teller } from './teller.server.ts';

/** One record as it is stored, and its cells in the sender's file. */
export async function getRecordSheet(tx: Tx, teller: Teller, key: RecordKey): Promise<SheetView | null> {
  const { asOf, language, t } = teller;
  const record = await getRecord(tx, { ...key, asOf, language });
  if (!record) return null;
  const run = await getRunSource(tx, { ...record, language });
  const columns = await getRunColumns(tx, record);
  return {
    kind: 'record',
    title: `${record.name} · ${record.unitName}`,
    what: {
      text: t('numberSheet.recordWhat', { unit: record.unitName }),
      facts: fact(t('numberSheet.revision'), textOf(record.stored['revision'])),
    },
    how: { facts: [] },
    parts: { items: [] },
    source: {
      note: run ? undefined : t('numberSheet.runHidden'),
      facts: toOrigin(record, run, teller),
      items: [],
      cells: toCells(record, columns, teller),
    },
    actions: run ? [{ label: t('numberSheet.seeRun'), href: `/runs/${run.runId}` }] : [],
  };
}

function toOrigin(record: RecordRow, run: RunSourceRow | null, { t, f, language }: Teller): SheetFact[] {
  if (!run) return fact(t('numberSheet.row'), String(record.rowNo));
  return [
    ...fact(t('numberSheet.file'), run.fileName),
    ...fact(t('numberSheet.sheetLabel'), record.sheet),
    ...fact(t('numberSheet.row'), String(record.rowNo)),
    ...fact(t('numberSheet.runLabel'), t('numberSheet.runValue', { run: run.runId, at: f.dateTime(run.startedAt) })),
    ...fact(t('numberSheet.sender'), run.senderUnit),
    ...fact(t('numberSheet.officer'), run.officerTitle ?? toDuty(run, t)),
    ...fact(
      t('numberSheet.mapping'),
      t('runs.mappingValue', { mapping: mappingTitle(language, run), version: run.mappingVersion }),
    ),
  ];
}

/** Nobody sent it by hand: the office whose duty the delivery is answers for it. */
const toDuty = ({ dutyTitle: position }: RunSourceRow, t: Teller['t']) =>
  position ? t('numberSheet.officerDuty', { position }) : t('numberSheet.officerSchedule');

/** The cells whose stored value is known, the value first, then by column letter; those that the sender wrote otherwise show both. */
function toCells(record: RecordRow, columns: RunColumnRow[], { t }: Teller): SheetCell[] {
  const ordered = [...columns].sort((left, right) => Number(isValue(right)) - Number(isValue(left)));
  return ordered.flatMap((column) => {
    const stored = textOf(record.stored[column.contractColumn]);
    const sent = record.asSent?.[column.contractColumn];
    if (stored === null && sent === undefined) return [];
    return [
      {
        address: `${column.sourceColumn}${record.rowNo}`,
        header: column.sourceHeader,
        sent: sent ?? stored ?? t('numberSheet.blank'),
        stored: stored ?? t('numberSheet.blank'),
      },
    ];
  });
}

const isValue = ({ contractColumn }: RunColumnRow) => ['value', 'numerator', 'denominator'].includes(contractColumn);

const textOf = (value: unknown): string | null =>
  value === null || value === undefined || typeof value === 'object' ? null : String(value);
