/**
 * Who may see what, written down by hand from the rules and not from the code that keeps them:
 * a row shows inside the own subtree to readers of its level and clearance, elsewhere to (PMOC, public) alone.
 */

/** Everybody who signs in, by login; most logins are position codes. */
export const everybody = [
  'pm',
  'opdc',
  'officer-PMOC',
  'admin',
  'minister-03000',
  'aide',
  'ps-03000',
  'cio-03000',
  'officer-03000',
  'dg-03003',
  'officer-03003',
  'dg-03004',
  'minister-07000',
  'dg-07003',
] as const;
export type Reader = (typeof everybody)[number];

/** The nine audiences and the bit of each, as the data model names them. */
export const audiences = {
  'DOC public': 1,
  'DOC internal': 2,
  'DOC restricted': 4,
  'MOC public': 8,
  'MOC internal': 16,
  'MOC restricted': 32,
  'PMOC public': 64,
  'PMOC internal': 128,
  'PMOC restricted': 256,
} as const;
export type AudienceName = keyof typeof audiences;

const centre: Partial<Record<AudienceName, Reader[]>> = {
  'PMOC internal': ['opdc', 'officer-PMOC'],
  'PMOC restricted': ['pm'],
};
const financeMinistry: Partial<Record<AudienceName, Reader[]>> = {
  'MOC internal': ['cio-03000', 'officer-03000'],
  'MOC restricted': ['minister-03000', 'aide', 'ps-03000'],
};

/** Who reads a row that is shown to one audience, by the unit it is about. An audience that is not named has no reader. */
export const readersOf: Record<string, Partial<Record<AudienceName, readonly Reader[]>>> = {
  // A department of the finance ministry: its own people, its ministry, the centre, and outsiders as the public.
  '03003': {
    ...centre,
    ...financeMinistry,
    'DOC internal': ['dg-03003', 'officer-03003'],
    'PMOC public': ['admin', 'dg-03004', 'minister-07000', 'dg-07003'],
  },
  // Its sister: nothing of it shows to 03003 before it is public at the centre.
  '03004': {
    ...centre,
    ...financeMinistry,
    'DOC internal': ['dg-03004'],
    'PMOC public': ['admin', 'dg-03003', 'officer-03003', 'minister-07000', 'dg-07003'],
  },
  // The ministry itself is not below its departments.
  '03000': {
    ...centre,
    ...financeMinistry,
    'PMOC public': ['admin', 'dg-03003', 'officer-03003', 'dg-03004', 'minister-07000', 'dg-07003'],
  },
  '07003': {
    ...centre,
    'MOC restricted': ['minister-07000'],
    'DOC internal': ['dg-07003'],
    'PMOC public': [
      'admin',
      'minister-03000',
      'aide',
      'ps-03000',
      'cio-03000',
      'officer-03000',
      'dg-03003',
      'officer-03003',
      'dg-03004',
    ],
  },
  PMOC: {
    ...centre,
    'PMOC public': [
      'admin',
      'minister-03000',
      'aide',
      'ps-03000',
      'cio-03000',
      'officer-03000',
      'dg-03003',
      'officer-03003',
      'dg-03004',
      'minister-07000',
      'dg-07003',
    ],
  },
  // Roots of their own are in nobody's subtree, the Prime Minister's included.
  'X-CA': { 'PMOC public': everybody },
  '28002': { 'PMOC public': everybody },
};

/** Readers inside the subtree of a unit, whatever their clearance: they see that a public run of it exists. */
export const insidersOf = (unitCode: string): Reader[] =>
  Object.entries(readersOf[unitCode]!).flatMap(([audience, readers]) => (audience === 'PMOC public' ? [] : readers));

const department: Reader[] = ['dg-03003', 'officer-03003'];
const ministry: Reader[] = ['minister-03000', 'aide', 'ps-03000', 'cio-03000', 'officer-03000'];
const top: Reader[] = ['pm', 'opdc', 'officer-PMOC'];

export interface RunOnItsWay {
  unitCode: string;
  level: 'DOC' | 'MOC';
  /** Levels that see its data: DOC 1, MOC 2, PMOC 4. */
  levels: number;
  status: 'loaded' | 'refused' | 'withdrawn' | 'running' | 'failed';
  source: 'command' | 'upload' | 'pull';
  decisions: ('submitted' | 'accepted' | 'returned')[];
  /** Who sees what it adds up to, and what was refused: the sender, levels that it is shown at, and the one that has to decide; nobody above. */
  valuesFor: Reader[];
  /** The office that sent it in the unit's stead; it reads why its own file was refused. */
  sentBy: Reader | null;
}

/** Public runs that do not show everywhere: all insiders see that they exist. */
export const runsOnTheirWay: RunOnItsWay[] = (
  [
    ['03003', 1, 'loaded', 'command', [], [...department, ...ministry], null],
    ['03003', 1, 'loaded', 'upload', [], department, null],
    ['03003', 1, 'loaded', 'upload', ['submitted'], [...department, ...ministry], null],
    ['03003', 1, 'loaded', 'upload', ['submitted', 'returned'], department, null],
    ['03003', 3, 'loaded', 'upload', ['submitted', 'accepted'], [...department, ...ministry, ...top], null],
    ['03003', 3, 'loaded', 'command', ['accepted', 'returned'], [...department, ...ministry], null],
    ['03003', 0, 'refused', 'command', [], department, null],
    ['03003', 0, 'withdrawn', 'command', ['accepted'], department, null],
    ['03000', 3, 'loaded', 'command', [], [...ministry, ...top], null],
    ['03000', 3, 'loaded', 'upload', [], ministry, null],
    // A load that goes on, one that failed, and one that brought nothing new.
    ['03003', 0, 'running', 'command', [], department, null],
    ['03003', 0, 'failed', 'pull', [], department, null],
    ['03003', 0, 'loaded', 'command', [], department, null],
    ['03003', 0, 'refused', 'upload', [], department, 'officer-03000'],
  ] as const
).map(([unitCode, levels, status, source, decisions, valuesFor, sentBy]) => ({
  ...{ unitCode, level: unitCode === '03000' ? 'MOC' : 'DOC', levels, status, source, sentBy },
  ...{ decisions: [...decisions], valuesFor: [...valuesFor] },
}));

/** Tables whose rows are about a unit and carry the audiences that may see them. */
export const byAudience = [
  'reading',
  'unit_rollup',
  'project',
  'milestone',
  'budget_line',
  'portfolio_rollup',
  'budget_rollup',
  'country_index',
  'agreement',
  'agreement_kpi',
  'round_state',
  'kpi_score',
  'agreement_score',
  'score_history',
  'expected_report',
  'delivery_count',
  'etl_run',
  'run_finding',
  'run_decision',
  'publication_touch',
] as const;

/** What describes a run and holds no values is seen with the run; an administrator sees that every run exists. */
export const withRun = ['run_file', 'run_column', 'run_rule_count'] as const;
/** What a run adds up to: as its figures, and not for the administrator. */
export const runValues = ['run_total'] as const;

/** Names and definitions, for everybody who signed in. */
export const forSignedIn = [
  'org_unit',
  'org_unit_alias',
  'indicator',
  'indicator_version',
  'position',
  'reporting_duty',
  'publication',
  'system_role',
  'access.person',
  'access.appointment',
] as const;

/** Fixed lists and settings without a rule: they say nothing about anybody. */
export const withoutRule = [
  'list_item',
  'fiscal_year',
  'review_round',
  'period',
  'slice',
  'demo_clock',
  'installation',
] as const;

/** A file as it was sent, through a function that asks who is looking: as its run's figures, and for nobody outside the own subtree. */
export const asSent = 'kept_file_chunk';

/** Nobody reads these through the web, whoever signs in. */
export const forNobody = [
  'kept_file',
  'kept_file_chunk',
  'project_key',
  'agreement_key',
  'kpi_key',
  'upload_chunk',
] as const;

/** These follow a rule of their own: the own subtree or public; the own ones; administrators. */
export const withGrant = ['feed', 'upload', 'run_request', 'access.audit_log'] as const;

/** And these have not even a grant, or hold only which version of the tables stands. */
export const withoutGrant = [
  'access.session',
  'access.sign_in_delay',
  'access.aide_grant',
  'staging.reading',
  'staging.record',
  'staging.unit',
  'staging.indicator',
  'staging.series',
  'staging.target',
  'staging.touched',
  'staging.unit_rollup_next',
  'migration.applied',
  'queue.heartbeat',
] as const;
