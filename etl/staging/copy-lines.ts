import { copyFrom } from '#db/copy.ts';
import type { Sql } from '#db/connect.ts';

/** Copies lines in one statement. What a file gets wrong midway is thrown as it was, not as the server's remark that the copy broke off. */
export async function copyLines(sql: Sql, statement: string, lines: AsyncGenerator<Buffer>): Promise<void> {
  let cause: unknown;
  const watched = (async function* () {
    try {
      yield* lines;
    } catch (error) {
      cause = error;
      throw error;
    }
  })();
  await copyFrom(sql, statement, watched).catch((error: unknown) => {
    throw cause ?? error;
  });
}

export type CopyParts = {
  /** Asked after every piece: whether a statement of its own shall begin. */
  isFull: () => boolean;
  /** Told when a part can be read. */
  onCopied: (isLast: boolean) => void;
};

/** Copies lines in one statement after the other. */
export async function copyParts(
  sql: Sql,
  statement: string,
  lines: AsyncGenerator<Buffer>,
  { isFull, onCopied }: CopyParts,
): Promise<void> {
  let isLast = false;
  async function* untilFull(): AsyncGenerator<Buffer> {
    for (let next = await lines.next(); !next.done; next = await lines.next()) {
      yield next.value;
      if (isFull()) return;
    }
    isLast = true;
  }
  while (!isLast) {
    await copyLines(sql, statement, untilFull());
    onCopied(isLast);
  }
}
