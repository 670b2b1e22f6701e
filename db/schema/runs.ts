import {
  bigint,
  boolean,
  customType,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgSchema,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** One row per recurring delivery that a unit owes to the level above. */
export const feed = pgTable('feed', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  code: text('code').notNull().unique(),
  unitId: integer('unit_id').notNull(),
  ministryId: integer('ministry_id').notNull(),
  level: text('level', { enum: ['DOC', 'MOC', 'PMOC'] }).notNull(),
  dataset: text('dataset').notNull(),
  mapping: text('mapping').notNull(),
  nameTh: text('name_th').notNull(),
  nameEn: text('name_en').notNull(),
  frequency: text('frequency', { enum: ['day', 'month', 'quarter', 'year'] }).notNull(),
  lagDays: smallint('lag_days').notNull().default(15),
  classification: text('classification', { enum: ['public', 'internal', 'restricted'] })
    .notNull()
    .default('public'),
  /** Levels above that take what arrives without a hand: MOC 2, PMOC 4, both 6. */
  acceptsItself: smallint('accepts_itself').notNull().default(0),
  maxRejectedShare: numeric('max_rejected_share').notNull().default('0.5'),
  sourceUrl: text('source_url'),
  schedule: text('schedule'),
  etag: text('etag'),
  active: boolean('active').notNull().default(true),
});

/** One row per kept file, known by its content; bytes may be erased, the row stays. */
export const keptFile = pgTable('kept_file', {
  sha256: text('sha256').primaryKey(),
  sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
  storedAt: instant('stored_at').notNull(),
  erasedAt: instant('erased_at'),
  erasedReason: text('erased_reason'),
});

/** One row per compressed piece of a kept file. */
export const keptFileChunk = pgTable(
  'kept_file_chunk',
  { sha256: text('sha256').notNull(), seq: integer('seq').notNull(), bytes: bytea('bytes').notNull() },
  (t) => [primaryKey({ columns: [t.sha256, t.seq] })],
);

/** One row per execution of one feed (การนำเข้าครั้งที่ …); its id is the number people see. */
export const etlRun = pgTable(
  'etl_run',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    feedId: integer('feed_id'),
    dataset: text('dataset').notNull(),
    mapping: text('mapping').notNull(),
    mappingVersion: text('mapping_version').notNull(),
    contractVersion: text('contract_version').notNull(),
    unitId: integer('unit_id').notNull(),
    ministryId: integer('ministry_id').notNull(),
    level: text('level', { enum: ['DOC', 'MOC', 'PMOC'] }).notNull(),
    classification: text('classification', { enum: ['public', 'internal', 'restricted'] }).notNull(),
    status: text('status', {
      enum: ['waiting', 'running', 'loaded', 'loaded_with_rejections', 'unchanged', 'refused', 'failed', 'withdrawn'],
    }).notNull(),
    stage: text('stage', { enum: ['waiting', 'keeping', 'staging', 'checking', 'publishing', 'done'] }).notNull(),
    failureReason: text('failure_reason'),
    failureParams: jsonb('failure_params'),
    source: text('source', { enum: ['command', 'upload', 'pull', 'folder', 'demonstration'] }).notNull(),
    periodId: integer('period_id'),
    read: integer('read').notNull().default(0),
    accepted: integer('accepted').notNull().default(0),
    unchanged: integer('unchanged').notNull().default(0),
    rejected: integer('rejected').notNull().default(0),
    warnings: integer('warnings').notNull().default(0),
    startedAt: instant('started_at').notNull(),
    heartbeatAt: instant('heartbeat_at'),
    finishedAt: instant('finished_at'),
    /** The position that sent it, and the person who held it; null for a schedule. */
    positionId: integer('position_id'),
    personId: integer('person_id'),
    publishedIn: integer('published_in'),
    /** Levels that see the run's data now: DOC 1, MOC 2, PMOC 4. */
    levels: smallint('levels').notNull().default(0),
    /** The clearance that the records of its files ask for: public 0, internal 1, restricted 2. */
    fileClearance: smallint('file_clearance').notNull().default(0),
    /** Audiences to which its control totals would tell a figure that is kept from them. */
    totalsKeptFrom: smallint('totals_kept_from').notNull().default(0),
    /** Who may see that the run exists and its counts; what was refused goes up with the data. */
    audiences: smallint('audiences').notNull(),
  },
  (t) => [
    index('etl_run_feed').on(t.feedId, t.startedAt),
    index('etl_run_ministry').on(t.ministryId, t.startedAt),
    index('etl_run_started').on(t.startedAt),
  ],
);

/** One row per file of a run, in the order in which they were named. */
export const runFile = pgTable(
  'run_file',
  {
    runId: integer('run_id').notNull(),
    fileNo: smallint('file_no').notNull(),
    name: text('name').notNull(),
    sha256: text('sha256').notNull(),
    format: text('format').notNull(),
    encoding: text('encoding'),
    delimiter: text('delimiter'),
    records: integer('records').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.runId, t.fileNo] })],
);

/** One row per contract column and sheet: the sender's column it was read from. With a record's row it makes a cell's address. */
export const runColumn = pgTable(
  'run_column',
  {
    runId: integer('run_id').notNull(),
    fileNo: smallint('file_no').notNull(),
    sheet: text('sheet').notNull().default(''),
    contractColumn: text('contract_column').notNull(),
    sourceHeader: text('source_header').notNull(),
    /** As the spreadsheet program shows it: A, B, … AA. */
    sourceColumn: text('source_column').notNull(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.fileNo, t.sheet, t.contractColumn] })],
);

/** One row per numeric column (and group, where the mapping names one) of a run: the sum over records read and over accepted ones. */
export const runTotal = pgTable(
  'run_total',
  {
    runId: integer('run_id').notNull(),
    column: text('column_name').notNull(),
    groupKey: text('group_key').notNull().default(''),
    readRecords: integer('read_records').notNull(),
    readTotal: numeric('read_total').notNull(),
    acceptedRecords: integer('accepted_records').notNull(),
    acceptedTotal: numeric('accepted_total').notNull(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.column, t.groupKey] })],
);

/** One row per rule and run: how often it spoke, also where its single findings are capped. */
export const runRuleCount = pgTable(
  'run_rule_count',
  {
    runId: integer('run_id').notNull(),
    severity: text('severity', { enum: ['rejection', 'warning'] }).notNull(),
    ruleCode: text('rule_code').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.severity, t.ruleCode] })],
);

/** One row per thing a rule found in a record: every rejection, and the first thousand warnings of each rule. */
export const runFinding = pgTable(
  'run_finding',
  {
    runId: integer('run_id').notNull(),
    seq: integer('seq').notNull(),
    severity: text('severity', { enum: ['rejection', 'warning'] }).notNull(),
    ruleCode: text('rule_code').notNull(),
    params: jsonb('params').notNull(),
    fileNo: smallint('file_no').notNull(),
    sheet: text('sheet'),
    rowNo: integer('row_no').notNull(),
    sourceColumn: text('source_column'),
    contractColumn: text('contract_column'),
    rawValue: text('raw_value'),
    /** The sender's whole row, for rejections. */
    record: jsonb('record'),
    unitId: integer('unit_id').notNull(),
    audiences: smallint('audiences').notNull(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.seq] })],
);

/** One row per step of a run's way up: submitted, accepted (รับ), returned (ส่งคืน) – a decision of the level named. */
export const runDecision = pgTable(
  'run_decision',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    runId: integer('run_id').notNull(),
    level: text('level', { enum: ['DOC', 'MOC', 'PMOC'] }).notNull(),
    decision: text('decision', { enum: ['submitted', 'accepted', 'returned', 'withdrawn'] }).notNull(),
    remark: text('remark'),
    positionId: integer('position_id'),
    personId: integer('person_id'),
    decidedAt: instant('decided_at').notNull(),
    publishedIn: integer('published_in').notNull(),
    unitId: integer('unit_id').notNull(),
    audiences: smallint('audiences').notNull(),
  },
  (t) => [index('run_decision_run').on(t.runId)],
);

/** One row per publication: the moment at which what people see changed, in commit order. */
export const publication = pgTable('publication', {
  id: integer('id').primaryKey(),
  cause: text('cause', {
    enum: ['load', 'withdraw', 'accept', 'return', 'agreement', 'framework', 'unit', 'day_turn'],
  }).notNull(),
  publishedAt: instant('published_at').notNull(),
  /** The Bangkok date that lateness, plan and project status were judged by. */
  asOfOn: date('as_of_on').notNull(),
  runId: integer('run_id'),
});

/** One row per unit whose published rows a publication touched, and for which audiences: what live screens are told by. */
export const publicationTouch = pgTable(
  'publication_touch',
  {
    publicationId: integer('publication_id').notNull(),
    unitId: integer('unit_id').notNull(),
    audiences: smallint('audiences').notNull(),
  },
  (t) => [unique('publication_touch_key').on(t.publicationId, t.unitId)],
);

/** One row at most: where the demonstration's clock was set, and when. */
export const demoClock = pgTable('demo_clock', {
  id: smallint('id').primaryKey().default(1),
  anchorReal: instant('anchor_real').notNull(),
  anchorDemo: instant('anchor_demo').notNull(),
});

/** One row per fact about this installation that a start must know: demonstration loaded, day last turned. */
export const installation = pgTable('installation', { key: text('key').primaryKey(), value: text('value').notNull() });

/** One row per file that a person is sending through the browser; the worker turns it into a run. */
export const upload = pgTable(
  'upload',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    feedId: integer('feed_id').notNull(),
    personId: integer('person_id').notNull(),
    positionId: integer('position_id').notNull(),
    name: text('name').notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    status: text('status', { enum: ['receiving', 'waiting', 'running', 'done', 'failed'] }).notNull(),
    runId: integer('run_id'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('upload_person').on(t.personId, t.createdAt)],
);

/** One row per piece of an upload, as received. */
export const uploadChunk = pgTable(
  'upload_chunk',
  { uploadId: uuid('upload_id').notNull(), seq: integer('seq').notNull(), bytes: bytea('bytes').notNull() },
  (t) => [primaryKey({ columns: [t.uploadId, t.seq] })],
);

/** One row per act on a run that a person asked for on screen; the worker carries it out and says how it went. */
export const runRequest = pgTable(
  'run_request',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    runId: integer('run_id').notNull(),
    act: text('act', { enum: ['submit', 'accept', 'return', 'withdraw'] }).notNull(),
    remark: text('remark'),
    personId: integer('person_id').notNull(),
    positionId: integer('position_id').notNull(),
    requestedAt: instant('requested_at').notNull(),
    status: text('status', { enum: ['waiting', 'done', 'refused'] })
      .notNull()
      .default('waiting'),
    refusal: text('refusal'),
  },
  (t) => [index('run_request_run').on(t.runId)],
);

export const staging = pgSchema('staging');
