import { PassThrough } from 'node:stream';
import type { Clock } from '#db/clock.ts';
import type { Sql } from '#db/connect.ts';
import type { StagedPart } from '#db/writes/merge-readings.ts';
import { publishAsStaged, type PublishedRun } from '#db/writes/publish-run.ts';

/**
 * Publishes the readings of a long file while it is still being read, so that Node reads and Postgres writes at the same time.
 * Nobody sees anything before `end`; where it cannot be done, everything is as if it had not been tried.
 */
export class EarlyPublication {
  private readonly parts = new PassThrough({ objectMode: true });
  private outcome: Promise<PublishedRun | null> | null = null;

  constructor(
    private readonly sql: Sql,
    private readonly run: { runId: number; clock: Clock },
  ) {
    // What was given up is not an error to anybody.
    this.parts.on('error', () => undefined);
  }

  /** A part that stands in staging. A file that is one part is published when it is checked, as every other. */
  add(part: StagedPart, isLast: boolean): void {
    if (!this.outcome) {
      if (isLast || this.sql.options.max < CONNECTIONS) return;
      this.outcome = this.begin();
    }
    if (!this.parts.destroyed) this.parts.write(part);
  }

  /** To be called when all parts are added and checked; answers null where nothing was published. */
  async end(): Promise<PublishedRun | null> {
    this.parts.end();
    return this.outcome;
  }

  /** Where the run is not published after all, or not so. */
  async giveUp(): Promise<void> {
    const { outcome } = this;
    this.outcome = null;
    this.parts.destroy(new Error('The load was given up.'));
    await outcome?.catch(() => null);
  }

  private begin(): Promise<PublishedRun | null> {
    const { runId, clock } = this.run;
    const outcome = publishAsStaged(this.sql, { runId, now: clock.now() }, this.parts);
    // Told by end(), not before.
    outcome.catch(() => undefined);
    return outcome;
  }
}

/** The load's session, this transaction, and one for what is written beside them. */
const CONNECTIONS = 3;
