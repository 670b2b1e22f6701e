import { sql } from 'drizzle-orm';
import { integer, jsonb, smallint, text, timestamp } from 'drizzle-orm/pg-core';

/** Carried by every row that people can see: which publication showed it, which replaced it, and who may see it. */
export const published = () => ({
  /** Bit mask of the audiences (level × clearance) that may see this row; see #domain/hierarchy/audience.ts. */
  audiences: smallint('audiences').notNull(),
  publishedIn: integer('published_in').notNull(),
  /** Null: current. As of p: publishedIn ≤ p < supersededIn. */
  supersededIn: integer('superseded_in'),
});

/** Carried by every row that came from a file: the run and the record's own address. */
export const origin = () => ({
  runId: integer('run_id').notNull(),
  fileNo: smallint('file_no').notNull(),
  sheet: text('sheet'),
  rowNo: integer('row_no').notNull(),
  /** Contract column → the sender's own text, only where it differs from what is stored. */
  asSent: jsonb('as_sent'),
});

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
export const current = sql`superseded_in is null`;
export const past = sql`superseded_in is not null`;
