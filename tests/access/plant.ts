import { brotliCompressSync } from 'node:zlib';
import { getTableName, is } from 'drizzle-orm';
import { PgTable, getTableConfig } from 'drizzle-orm/pg-core';
import type { PgColumn } from 'drizzle-orm/pg-core';
import * as schema from '#db/schema/index.ts';
import { appoint, grantAide, upsertPerson } from '#db/writes/people.ts';
import type { TestDatabase } from '#tests/setup/database.ts';
import { startTestSession, testNow } from '#tests/setup/visitor.ts';
import { asSent, audiences, byAudience, everybody, readersOf, runValues, withRun } from './readers.ts';
import type { AudienceName, Reader } from './readers.ts';
import { plantRunsOnTheirWay } from './runs-on-their-way.ts';

/** One row of every table for one unit and one audience, all belonging together. */
export interface Family {
  no: number;
  unitCode: string;
  audience: AudienceName;
  isPast: boolean;
}

/** A planted row: its canary stands in every text and free number of the row, and nowhere else. */
export interface Planted {
  no: number;
  unitCode: string;
  audience: AudienceName | 'on its way';
  isPast: boolean;
  table: string;
  canary: string;
  /** Named one by one, where the row's unit and audience do not say who may see it. */
  readers?: readonly Reader[];
}

export interface Field {
  planted: Planted[];
  tokens: Record<Reader, string>;
}

/** Of canaries: a word that no sentence holds, and seven digits that no sum makes. */
export const canaryPattern = /(?:kanarie-|(?<![\w.#-])8)(\d{7})(?![\d\w])/g;

const fiscalYear = 2569;
const tableNumbers = new Map(
  [...byAudience, ...withRun, ...runValues, asSent].map((table, index) => [table as string, index + 1]),
);

/** Plants a row in every table for each unit, audience and state (current or superseded), and signs everybody in. */
export async function plant(database: TestDatabase, unitCodes = Object.keys(readersOf)): Promise<Field> {
  const { owner } = database;
  const units = await owner<{ id: number; code: string; ministryId: number }[]>`
    select id, code, ministry_id as "ministryId" from org_unit where code = any(${unitCodes}::text[])`;
  const unitOf = new Map(units.map((unit) => [unit.code, unit]));
  const positions = await owner<
    { id: number; code: string }[]
  >`select id, code from position where code in ('pm', 'minister-03000')`;
  const families = unitCodes
    .flatMap((unitCode) =>
      (Object.keys(audiences) as AudienceName[]).flatMap((audience) =>
        [false, true].map((isPast) => ({ unitCode, audience, isPast })),
      ),
    )
    .map((family, index) => ({ ...family, no: index + 1 }));
  await plantCommon(database, families);
  const planted: Planted[] = [];
  const tables = Object.values(schema).filter((entry) => is(entry, PgTable)) as PgTable[];
  // Runs first: what describes them refers to them.
  const names = ['etl_run', ...tableNumbers.keys()].filter((table) => table !== asSent);
  for (const name of new Set(names)) {
    const table = tables.find((one) => getTableName(one) === name)!;
    const rows = families.map((family) => {
      const unit = unitOf.get(family.unitCode)!;
      const canary = canaryOf(name, family);
      planted.push({ ...family, table: name, canary });
      return toRow(table, family, unit, canary, positions);
    });
    await owner.unsafe(
      `insert into "${name}" overriding system value select * from jsonb_populate_recordset(null::"${name}", $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  }
  return {
    planted: [
      ...planted,
      ...(await plantFiles(database, families)),
      ...(await plantRunsOnTheirWay(database, unitCodes, canaryOf)),
    ],
    tokens: await signEverybodyIn(database),
  };
}

const canaryOf = (table: string, { no }: { no: number }): string =>
  String(tableNumbers.get(table)! * 1_000 + no + 1_000_000).padStart(7, '0');
const sha256Of = ({ no }: { no: number }): string => String(no).padStart(64, 'a');

/** The bytes that each run's file had. */
async function plantFiles({ owner }: TestDatabase, families: Family[]): Promise<Planted[]> {
  const files = families.map((family) => ({ ...family, table: asSent, canary: canaryOf(asSent, family) }));
  for (const file of files) {
    const bytes = Buffer.from(`kanarie-${file.canary}`);
    await owner`insert into kept_file (sha256, size_bytes, stored_at) values (${sha256Of(file)}, ${bytes.length}, ${testNow})`;
    await owner`insert into kept_file_chunk (sha256, seq, bytes) values (${sha256Of(file)}, 0, ${brotliCompressSync(bytes)})`;
  }
  return files;
}

function toRow(
  table: PgTable,
  family: Family,
  unit: { id: number; ministryId: number },
  canary: string,
  positions: { id: number; code: string }[],
): Record<string, unknown> {
  const { no } = family;
  const mask = audiences[family.audience];
  const known: Record<string, unknown> = {
    ...{
      id: no,
      unit_id: unit.id,
      ministry_id: unit.ministryId,
      fiscal_year: fiscalYear,
      audiences: mask,
      audience: Math.log2(mask),
    },
    ...{
      indicator_id: no,
      agreement_id: no,
      kpi_id: no,
      project_id: no,
      run_id: no,
      feed_id: no,
      seq: 1,
      publication_id: no,
    },
    ...{
      published_in: 1,
      superseded_in: family.isPast ? 2 : null,
      period_id: 256900000,
      slice_id: 0,
      round: 12,
      phase: 4,
    },
    ...{
      maker_position_id: positions.find(({ code }) => code === 'minister-03000')!.id,
      recipient_position_id: positions.find(({ code }) => code === 'pm')!.id,
    },
    ...{
      levels: 7,
      version: 1,
      revision: 1,
      of_record: true,
      person_id: null,
      position_id: null,
      linked_kpi_id: null,
      through_period_id: 256900000,
    },
    ...{
      read: 0,
      accepted: 0,
      unchanged: 0,
      rejected: 0,
      perspective: 'EFF',
      projects: no,
      units_reported: no,
      currency: 'THB',
      sha256: sha256Of(family),
      file_clearance: 0,
    },
    ...{
      from_fiscal_year: 2569,
      to_fiscal_year: 2570,
      starts_in_round: 6,
      cancelled_in_round: null,
      file_no: 1,
      row_no: 2,
      year: 2012,
      system: null,
    },
  };
  // A run that has ended: of one that goes on there is no file to be had.
  if (getTableName(table) === 'etl_run') known.status = 'loaded';
  return Object.fromEntries(
    getTableConfig(table).columns.map((column) => [
      column.name,
      column.name in known ? known[column.name] : valueOf(column, canary),
    ]),
  );
}

function valueOf(column: PgColumn, canary: string): unknown {
  if (column.enumValues && column.enumValues.length > 0) return column.enumValues[0];
  switch (column.columnType) {
    case 'PgText':
      if (column.name === 'sheet') return column.notNull ? '' : null;
      return `kanarie-${canary}`;
    case 'PgNumeric':
      // Scores have no room for a canary; free numbers carry it.
      return (column as PgColumn & { precision?: number }).precision === undefined &&
        !/weight|share|tolerance/.test(column.name)
        ? `8${canary}`
        : '3';
    case 'PgInteger':
    case 'PgSmallInt':
    case 'PgBigInt53':
      return 1;
    case 'PgBoolean':
      return false;
    case 'PgDateString':
      return '2026-03-31';
    case 'PgTimestampString':
      return testNow;
    case 'PgJsonb':
      return column.notNull ? {} : null;
    case 'PgArray':
      return column.name.startsWith('thresholds') ? ['1', '2', '3', '4', '5'] : [];
    default:
      throw new Error(`No value for ${column.name} of type ${column.columnType}`);
  }
}

/** What every family refers to and all may know: indicator, keys, publications; and rows that follow rules of their own. */
async function plantCommon({ owner }: TestDatabase, families: Family[]): Promise<void> {
  const numbers = families.map(({ no }) => no);
  await owner`insert into publication (id, cause, published_at, as_of_on) select n, 'load', ${testNow}, '2026-11-20' from unnest(${numbers}::int[]) n`;
  await owner`insert into indicator (id, code, owner_unit_id) overriding system value select n, 'IND-' || n, (select id from org_unit where code = 'PMOC') from unnest(${numbers}::int[]) n`;
  await owner`
    insert into indicator_version (indicator_id, version, name_th, name_en, unit_of_measure, direction, org_rollup, time_rollup, frequency, published_in)
    select n, 1, 'ตัวชี้วัด ' || n, 'Indicator ' || n, 'ร้อยละ', 'higher', 'sum', 'last', 'month', 1 from unnest(${numbers}::int[]) n`;
  await owner`insert into agreement_key (id, code) overriding system value select n, 'kanarie-key-a' || n from unnest(${numbers}::int[]) n`;
  await owner`insert into kpi_key (id, agreement_id, kpi_no) overriding system value select n, n, 'kanarie-key-k' from unnest(${numbers}::int[]) n`;
  await owner`insert into project_key (id, root_id, code) overriding system value select n, 1, 'kanarie-key-p' || n from unnest(${numbers}::int[]) n`;
  // A feed per family; a restricted one shows in its own subtree only.
  const feeds = families.map(({ no, unitCode }) => ({
    no,
    unitCode,
    classification: no % 2 === 0 ? 'public' : 'restricted',
  }));
  await owner`
    insert into feed (id, code, unit_id, ministry_id, level, dataset, mapping, name_th, name_en, frequency, classification)
    overriding system value
    select f.no, 'feed-' || f.no, u.id, u.ministry_id, 'DOC', 'reading', 'contract', 'รายการ ' || f.no, 'Feed ' || f.no, 'month', f.classification
    from jsonb_to_recordset(${JSON.stringify(feeds)}::jsonb) as f(no int, "unitCode" text, classification text) join org_unit u on u.code = f."unitCode"`;
  await owner`
    insert into reporting_duty (unit_id, indicator_id, from_fiscal_year) select (select id from org_unit where code = '03003'), n, 2569 from unnest(${numbers}::int[]) n`;
}

async function signEverybodyIn(database: TestDatabase): Promise<Record<Reader, string>> {
  const tokens: Partial<Record<Reader, string>> = {};
  for (const login of everybody) {
    const personId = await upsertPerson(database.owner, {
      login,
      nameTh: `คน ${login}`,
      nameEn: `Person ${login}`,
      passwordHash: `kanarie-hash-${login}`,
    });
    if (login === 'aide')
      await grantAide(database.owner, {
        aidePersonId: personId,
        positionCode: 'minister-03000',
        fromOn: '2026-10-01',
        toOn: '2027-09-30',
      });
    else await appoint(database.owner, { personId, positionCode: login, fromOn: '2026-10-01' });
    tokens[login] = await startTestSession(database, personId);
  }
  return tokens as Record<Reader, string>;
}
