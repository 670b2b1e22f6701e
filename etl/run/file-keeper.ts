import type { Clock } from '#db/clock.ts';
import type { Sql } from '#db/connect.ts';
import type { Survey } from '../decode/survey.ts';
import { storeFile } from '../sources/kept-files.ts';

/** Keeps a load's files one after the other while their records are read: packing them waits for nothing else. */
export class FileKeeper {
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  keep(path: string, { sha256, sizeBytes }: Survey): void {
    this.last = this.last.then(() => storeFile(this.sql, path, sha256, sizeBytes, this.clock.now()));
    // Told by done(), not before.
    this.last.catch(() => undefined);
  }

  /** To be waited for however the load ends: nothing is published whose bytes are not kept, nor refused without them. */
  done(): Promise<void> {
    return this.last;
  }
}
