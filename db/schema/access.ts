import { boolean, date, index, inet, integer, jsonb, pgSchema, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { bigint } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

export const access = pgSchema('access');

/** One row per person who may sign in. Titles are a field of their own and ignored in sorting. */
export const person = access.table('person', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  login: text('login').notNull().unique(),
  titleTh: text('title_th'),
  nameTh: text('name_th').notNull(),
  nameEn: text('name_en').notNull(),
  passwordHash: text('password_hash'),
  isDemonstration: boolean('is_demonstration').notNull().default(false),
  disabledAt: instant('disabled_at'),
});

/** One row per time a person holds a position, also acting (รักษาราชการแทน, รักษาการในตำแหน่ง). */
export const appointment = access.table(
  'appointment',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    personId: integer('person_id').notNull(),
    positionId: integer('position_id').notNull(),
    fromOn: date('from_on').notNull(),
    toOn: date('to_on'),
    acting: text('acting', { enum: ['for_absent', 'in_vacancy'] }),
  },
  (t) => [index('appointment_person').on(t.personId), index('appointment_position').on(t.positionId)],
);

/** One row per aide a principal appointed: reads and prepares, never signs, certifies or directs. */
export const aideGrant = access.table(
  'aide_grant',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    aidePersonId: integer('aide_person_id').notNull(),
    principalPositionId: integer('principal_position_id').notNull(),
    fromOn: date('from_on').notNull(),
    toOn: date('to_on').notNull(),
  },
  (t) => [index('aide_grant_person').on(t.aidePersonId)],
);

/** One row per signed-in browser; the token itself is never stored. */
export const session = access.table(
  'session',
  {
    tokenHash: text('token_hash').primaryKey(),
    personId: integer('person_id').notNull(),
    positionId: integer('position_id').notNull(),
    /** The aide's grant under which the position is used; null for its holder. */
    aideGrantId: integer('aide_grant_id'),
    kind: text('kind', { enum: ['browser', 'token'] })
      .notNull()
      .default('browser'),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [index('session_person').on(t.personId)],
);

/** One row per login or address with failed sign-ins: when the next try is allowed. */
export const signInDelay = access.table(
  'sign_in_delay',
  {
    kind: text('kind', { enum: ['login', 'address'] }).notNull(),
    key: text('key').notNull(),
    failures: smallint('failures').notNull(),
    nextAt: instant('next_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.key] })],
);

/** One row per act worth answering for; rows are only added. */
export const auditLog = access.table(
  'audit_log',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant('at').notNull(),
    act: text('act').notNull(),
    personId: integer('person_id'),
    positionId: integer('position_id'),
    onBehalf: boolean('on_behalf').notNull().default(false),
    unitId: integer('unit_id'),
    subject: text('subject'),
    outcome: text('outcome', { enum: ['done', 'refused', 'failed'] }).notNull(),
    detail: jsonb('detail').notNull().default({}),
    address: inet('address'),
  },
  (t) => [index('audit_log_at').on(t.at), index('audit_log_person').on(t.personId, t.at)],
);
