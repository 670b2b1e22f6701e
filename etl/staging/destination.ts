import { copyFrom } from '#db/copy.ts';
import type { Sql } from '#db/connect.ts';
import type { StraightReadings } from '#db/writes/straight-readings.ts';
import type { Row } from '../checks/row.ts';
import type { Contract } from '../datasets/contract.ts';
import { CopyQueue } from './copy-queue.ts';
import { READING_COPY, RECORD_COPY, readingLine, recordLine, type StagedAddress } from './staged-line.ts';
import { straightLine } from './straight-line.ts';

/** Where records go that passed their own checks. */
export type Destination = {
  /** It refuses two readings of one figure itself. */
  findsRepeats: boolean;
  add(address: StagedAddress, row: Row, asSent: Record<string, string> | null): void;
  /** Called after every batch; waits where more was added than could be written. */
  send(): Promise<void>;
  end(): Promise<void>;
  /** Breaks off what is under way and waits for its end. */
  settle(): Promise<void>;
  /** Fiscal years that are known to have had no reading before. */
  firstYears(): readonly number[];
};

/** Staging: to be compared and merged once all are there. */
export function toStaging(sql: Sql, contract: Contract): Destination {
  const isReading = contract.dataset === 'reading';
  const write = isReading ? readingLine : recordLine(contract);
  const queue = new CopyQueue<null>((_, lines) => copyFrom(sql, isReading ? READING_COPY : RECORD_COPY, lines));
  return destinationOf(queue, (...record) => write(queue.linesOf(null), ...record));
}

/** The partitions of the readings' years, as long as nobody waits to publish. */
export function toPartitions(sql: Sql, straight: StraightReadings): Destination {
  const write = straightLine(straight);
  const queue = new CopyQueue<number>((fiscalYear, lines) => straight.copy(fiscalYear, lines));
  let askedAt = 0;
  return {
    findsRepeats: true,
    add: (address, row, asSent) => write(queue.linesOf(row.period()!.fiscalYear), address, row, asSent),
    send: async () => {
      // Also where batch after batch is rejected and nothing is copied.
      if (performance.now() - askedAt > ASK_EVERY_MS) {
        await straight.giveWay(sql);
        askedAt = performance.now();
      }
      await queue.send();
    },
    end: async () => {
      await queue.end();
      await straight.giveWay(sql);
      await straight.end();
    },
    settle: () => queue.settle(),
    firstYears: () => straight.firstYears,
  };
}

const ASK_EVERY_MS = 500;

function destinationOf<Table>(queue: CopyQueue<Table>, add: Destination['add']): Destination {
  return {
    findsRepeats: false,
    add,
    send: () => queue.send(),
    end: () => queue.end(),
    settle: () => queue.settle(),
    firstYears: () => [],
  };
}
