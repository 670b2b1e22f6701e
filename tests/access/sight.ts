import type { Sql, Tx } from '#db/connect.ts';
import { testNow } from '#tests/setup/visitor.ts';
import {
  asSent,
  audiences,
  byAudience,
  everybody,
  forNobody,
  forSignedIn,
  readersOf,
  runValues,
  withRun,
} from './readers.ts';
import type { AudienceName, Reader } from './readers.ts';
import type { Field, Planted } from './plant.ts';

const planted = [...byAudience, ...withRun, ...runValues];

/** Every planted row that a login's connection sees, as "table number-of-family". One statement. */
async function getSeen(tx: Sql | Tx): Promise<Set<string>> {
  const rows = await (tx as Sql).unsafe<{ seen: string }[]>(
    planted.map((table) => `select '${table} ' || ${familyIn(table)} as seen from ${table} t`).join(' union all '),
  );
  return new Set(rows.map(({ seen }) => seen));
}

/** What is wrong in who gets the files of the planted runs. */
export async function findFileFaults(web: Sql, field: Field): Promise<string[]> {
  const files = field.planted.filter(({ table }) => table === asSent);
  const faults: string[] = [];
  for (const reader of everybody) {
    const had = await web.begin('isolation level repeatable read read only', async (tx) => {
      await tx`select access.enter(${field.tokens[reader]}, ${testNow})`;
      return new Set(await getFiles(tx, field));
    });
    for (const file of files)
      if (had.has(`${asSent} ${file.no}`) !== maySee(reader, file))
        faults.push(`${reader} ${maySee(reader, file) ? 'misses' : 'gets'} ${asSent} ${file.no}`);
  }
  return [...faults, ...(await web.begin((tx) => getFiles(tx, field))).map((file) => `nobody gets ${file}`)];
}

/** Files that can be had as they were sent. */
async function getFiles(tx: Tx, field: Field): Promise<string[]> {
  const runs = field.planted.filter(({ table }) => table === asSent).map(({ no }) => no);
  const rows = await tx<{ no: number }[]>`
    select no from unnest(${runs}::int[]) no where exists (select from access.kept_file_pieces(no, 1, 0, 1))`;
  return rows.map(({ no }) => `${asSent} ${no}`);
}

/** The column in which a planted row carries its family's number. */
function familyIn(table: string): string {
  const column: Record<string, string> = {
    ...{
      reading: 'indicator_id',
      unit_rollup: 'indicator_id',
      expected_report: 'indicator_id',
      project: 'project_id',
      milestone: 'project_id',
    },
    ...{
      budget_line: 'run_id',
      country_index: 'run_id',
      agreement: 'agreement_id',
      agreement_kpi: 'agreement_id',
      round_state: 'agreement_id',
    },
    ...{
      kpi_score: 'agreement_id',
      agreement_score: 'agreement_id',
      score_history: 'agreement_id',
      etl_run: 'id',
      publication_touch: 'publication_id',
    },
    ...{ portfolio_rollup: 'projects', budget_rollup: 'units_reported', delivery_count: 'feed_id' },
  };
  return column[table] ?? 'run_id';
}

/** What is wrong in what people see: rows that show to somebody whom the list does not name, and rows missing where it does. */
export async function findFaults(
  web: Sql,
  field: Field,
  isEnough: (faults: string[]) => boolean = () => false,
): Promise<string[]> {
  const faults: string[] = [];
  for (const reader of everybody) {
    await web.begin('isolation level repeatable read read only', async (tx) => {
      const [entered] = await tx`select access.enter(${field.tokens[reader]}, ${testNow}) as who`;
      if (!entered!.who) faults.push(`${reader} cannot enter`);
      else faults.push(...(await faultsOf(tx, reader, field)));
    });
    if (isEnough(faults)) return faults;
  }
  await web.begin('read only', async (tx) => {
    for (const seen of await getSeen(tx)) faults.push(`nobody sees ${seen}`);
    for (const table of [...forSignedIn, 'feed', 'upload', 'run_request', 'access.audit_log', ...forNobody])
      if (await count(tx, table)) faults.push(`nobody sees ${table}`);
  });
  return faults;
}

async function faultsOf(tx: Tx, reader: Reader, field: Field): Promise<string[]> {
  const seen = await getSeen(tx);
  const rows = field.planted.filter(({ table }) => table !== asSent);
  const due = new Set(rows.filter((row) => maySee(reader, row)).map(({ table, no }) => `${table} ${no}`));
  return [
    ...[...seen].filter((row) => !due.has(row)).map((row) => `${reader} sees ${row}`),
    ...[...due].filter((row) => !seen.has(row)).map((row) => `${reader} misses ${row}`),
    ...(await faultsElsewhere(tx, reader)),
  ];
}

export function maySee(reader: Reader, { table, unitCode, audience, readers }: Planted): boolean {
  if (readers) return readers.includes(reader);
  // An administrator sees that every run exists, and what it was made of; never what it adds up to or found.
  if (reader === 'admin' && ['etl_run', ...withRun].includes(table)) return true;
  // What is public at the centre shows to outsiders too; the file that it came in does not.
  if (table === asSent && audience === 'PMOC public') return false;
  return readersOf[unitCode]![audience as AudienceName]?.includes(reader) ?? false;
}

/** Feeds an own subtree holds, by reader: 18 per unit, half of them public. */
const ownUnits: Record<Reader, number> = {
  ...{
    pm: 5,
    opdc: 5,
    'officer-PMOC': 5,
    admin: 0,
    'minister-03000': 3,
    aide: 3,
    'ps-03000': 3,
    'cio-03000': 3,
    'officer-03000': 3,
  },
  ...{ 'dg-03003': 1, 'officer-03003': 1, 'dg-03004': 1, 'minister-07000': 1, 'dg-07003': 1 },
};

async function faultsElsewhere(tx: Tx, reader: Reader): Promise<string[]> {
  const faults: string[] = [];
  for (const table of forSignedIn) if (!(await count(tx, table))) faults.push(`${reader} misses ${table}`);
  for (const table of forNobody) if (await count(tx, table)) faults.push(`${reader} sees ${table}`);
  const unitsPlanted = Object.keys(readersOf).length;
  const feeds = 9 * unitsPlanted + 9 * ownUnits[reader];
  if ((await count(tx, 'feed')) !== feeds) faults.push(`${reader} should see ${feeds} feeds`);
  if (Boolean(await count(tx, 'access.audit_log')) !== (reader === 'admin')) faults.push(`${reader} and the audit log`);
  for (const table of ['upload', 'run_request'])
    if ((await count(tx, table)) !== (reader === 'officer-03003' ? 1 : 0)) faults.push(`${reader} and ${table}`);
  return faults;
}

async function count(tx: Sql | Tx, table: string): Promise<number> {
  const column = table === 'access.person' ? 'id' : '*';
  const [row] = await (tx as Sql).unsafe<{ count: number }[]>(`select count(${column})::int as count from ${table}`);
  return row!.count;
}

/** Whether a login that works with all data, owner or loader, sees every planted row. */
export async function findMissing(sql: Sql, field: Field): Promise<string[]> {
  const seen = await getSeen(sql);
  return field.planted
    .filter(({ table, no }) => table !== asSent && !seen.has(`${table} ${no}`))
    .map(({ table, no }) => `${table} ${no}`);
}

/** For the reader of a failure: which unit and audience a family is. */
export function describe(field: Field, fault: string): string {
  const no = Number(/ (\d+)$/.exec(fault)?.[1]);
  const family = field.planted.find((row) => row.no === no);
  return family
    ? `${fault} (${family.unitCode}, ${family.audience}, ${audiences[family.audience as AudienceName] ?? 'see runsOnTheirWay'})`
    : fault;
}
