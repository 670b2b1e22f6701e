import { describe, expect, test } from 'vitest';
import { openClock, startDemoClock } from '#db/clock.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();
const start = '2026-11-20T09:00+07:00';
const secondsApart = (one: Date, other: Date) => Math.abs(one.getTime() - other.getTime()) / 1000;

describe('the demonstration clock', () => {
  test('runs from the given instant, the same for every process', async () => {
    const first = await startDemoClock(database.owner, start);
    const second = await openClock(database.web, { demo: true, clockStart: '2030-01-01T00:00+07:00' });
    expect(secondsApart(first.now(), new Date(start))).toBeLessThan(5);
    expect(secondsApart(first.now(), second.now())).toBeLessThan(0.1);
  });

  test('never goes back before the newest publication when it is started again', async () => {
    await database.owner`insert into publication (id, cause, published_at, as_of_on) values (1, 'load', '2026-12-01T08:00+07:00', '2026-12-01')`;
    const earlier = await startDemoClock(database.owner, start);
    expect(secondsApart(earlier.now(), new Date('2026-12-01T08:00+07:00'))).toBeLessThan(5);
    const later = await startDemoClock(database.owner, '2027-01-05T09:00+07:00');
    expect(secondsApart(later.now(), new Date('2027-01-05T09:00+07:00'))).toBeLessThan(5);
  });
});

test('without a demonstration time is real', async () => {
  const clock = await openClock(database.web, { demo: false, clockStart: start });
  expect(secondsApart(clock.now(), new Date())).toBeLessThan(1);
});
