import { addJob, runQueue, type QueueTask } from '#db/queue.ts';
import type { Clock } from '#db/clock.ts';
import { connect, type Sql } from '#db/connect.ts';
import type { DatabaseUrls } from '#db/roles.ts';
import { forgetExpired } from '#db/writes/sessions.ts';
import { decide } from './decide.ts';
import { getDuePulls } from './due-pulls.ts';
import { tidyUploads } from './load-upload.ts';
import { runChild } from './run-child.ts';
import { turnDayIfNew } from './turn-day.ts';

export type WorkerSetting = { urls: DatabaseUrls; clock: Clock; say: (level: string, message: string) => void };

const everyMinute = '* * * * *';

/**
 * Works the queue until stopped: what people sent (`load-upload`), what they decided (`decide-run`), what sources have (`pull`, by each
 * feed's schedule), the turn of the day, and what is to be forgotten. Loads run in a child process, so that a heavy one harms nothing here.
 */
export async function runWorker({
  urls,
  clock,
  say,
}: WorkerSetting): Promise<{ done: Promise<void>; stop(): Promise<void> }> {
  const sql = connect(urls.etl, { max: 3, name: 'suite worker' });
  const queue = await runQueue({
    url: urls.owner,
    tasks: tasksOf({ sql, urls, clock, say }),
    schedules: [
      { task: 'pull-due', cron: everyMinute },
      { task: 'day-turn', cron: everyMinute },
      { task: 'tidy-uploads', cron: '17 * * * *' },
      // 02:23 in Bangkok.
      { task: 'forget-expired', cron: '23 19 * * *' },
    ],
    concurrency: 3,
    say,
  });
  return {
    done: queue.done,
    stop: async () => {
      await queue.stop();
      await sql.end({ timeout: 2 });
    },
  };
}

export function tasksOf({ sql, urls, clock, say }: WorkerSetting & { sql: Sql }): Record<string, QueueTask> {
  return {
    'load-upload': async (payload, { attempt, signal }) => {
      const { uploadId } = payload as { uploadId: string };
      await runChild(urls, ['upload', uploadId, String(attempt)], say, signal);
    },
    'decide-run': async (payload, { attempt }) => {
      const { requestId } = payload as { requestId: number };
      await decide(sql, { requestId, now: clock.now(), attempt });
    },
    pull: async (payload, { signal }) => {
      const { feed } = payload as { feed?: string };
      await runChild(urls, ['pull', ...(feed === undefined ? [] : [feed])], say, signal);
    },
    'pull-due': async () => {
      // A key per feed: one that still waits or is asked for again is not doubled.
      for (const feed of await getDuePulls(sql, clock.now()))
        await addJob(sql, 'pull', { feed }, { key: `pull:${feed}`, maxAttempts: 2 });
    },
    'tidy-uploads': () => tidyUploads(sql, clock.now()),
    'forget-expired': async () => {
      const { sessions, delays } = await forgetExpired(sql, clock.now());
      say('info', `forgot ${sessions} sessions and ${delays} failed sign-ins`);
    },
    'day-turn': () => turnDayIfNew(sql, clock.now()),
  };
}
