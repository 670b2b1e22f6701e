import { describe, expect, it } from 'vitest';
import { Broadcaster, maySee, type LiveEvent, type Reader } from '#app/live/broadcaster.ts';
import { audienceMask, factAudiences } from '#domain/hierarchy/audience.ts';

const department: Reader = { units: new Set([3003]), bit: audienceMask('DOC', 'internal'), isAdministrator: false };
const ministry: Reader = {
  units: new Set([3000, 3003, 3004]),
  bit: audienceMask('MOC', 'restricted'),
  isAdministrator: false,
};
const otherMinistry: Reader = {
  units: new Set([5000]),
  bit: audienceMask('MOC', 'restricted'),
  isAdministrator: false,
};
const administrator: Reader = { units: new Set(), bit: audienceMask('PMOC', 'public'), isAdministrator: true };
const nobody: Reader = { units: new Set(), bit: 0, isAdministrator: false };

function listen(broadcaster: Broadcaster, reader: Reader): { heard: LiveEvent[]; leave: () => void } {
  const heard: LiveEvent[] = [];
  return { heard, leave: broadcaster.add({ reader, tell: (event) => void heard.push(event) }) };
}

describe('who may see what was touched', () => {
  const atDepartment = factAudiences('internal', ['DOC']);
  const everywhere = factAudiences('public', ['DOC', 'MOC', 'PMOC']);
  it.each([
    ['a department its own data', department, { unitId: 3003, audiences: atDepartment }, true],
    ['a ministry not what only the department has', ministry, { unitId: 3003, audiences: atDepartment }, false],
    [
      'a ministry what it accepted',
      ministry,
      { unitId: 3003, audiences: factAudiences('internal', ['DOC', 'MOC']) },
      true,
    ],
    [
      'another ministry not what only the ministry accepted',
      otherMinistry,
      { unitId: 3003, audiences: factAudiences('public', ['DOC', 'MOC']) },
      false,
    ],
    ['another ministry what is public at the top', otherMinistry, { unitId: 3003, audiences: everywhere }, true],
    [
      'a department not what is restricted',
      department,
      { unitId: 3003, audiences: factAudiences('restricted', ['DOC', 'MOC', 'PMOC']) },
      false,
    ],
    ['an administrator what is public at the top', administrator, { unitId: 3003, audiences: everywhere }, true],
    ['nobody anything', nobody, { unitId: 3003, audiences: 511 }, false],
  ])('%s', (_name, reader, touch, expected) => {
    expect(maySee(reader, touch)).toBe(expected);
  });
});

describe('telling', () => {
  it('tells the newest publication that a reader may see something of, and no other', () => {
    const broadcaster = new Broadcaster();
    const [own, other] = [listen(broadcaster, ministry), listen(broadcaster, otherMinistry)];
    broadcaster.tellPublications([
      { publicationId: 7, unitId: 3003, audiences: factAudiences('public', ['DOC', 'MOC']) },
      { publicationId: 8, unitId: 3004, audiences: factAudiences('public', ['DOC', 'MOC']) },
      { publicationId: 9, unitId: 5000, audiences: factAudiences('public', ['MOC']) },
    ]);
    expect(own.heard).toEqual([{ name: 'publication', id: 8 }]);
    expect(other.heard).toEqual([{ name: 'publication', id: 9 }]);
  });

  it('tells of a run those who may know that it exists, and administrators of every run', () => {
    const broadcaster = new Broadcaster();
    const readers = [ministry, otherMinistry, administrator].map((reader) => listen(broadcaster, reader));
    broadcaster.tellRun(12, [{ unitId: 3003, audiences: factAudiences('internal', ['DOC', 'MOC']) }]);
    expect(readers.map(({ heard }) => heard.length)).toEqual([1, 0, 1]);
  });

  it('says nothing of a run that is unknown', () => {
    const broadcaster = new Broadcaster();
    const { heard } = listen(broadcaster, administrator);
    broadcaster.tellRun(12, []);
    expect(heard).toEqual([]);
  });

  it('tells nothing to who has left', () => {
    const broadcaster = new Broadcaster();
    const { heard, leave } = listen(broadcaster, ministry);
    leave();
    broadcaster.tellPublications([{ publicationId: 1, unitId: 3000, audiences: 511 }]);
    expect([heard.length, broadcaster.size]).toEqual([0, 0]);
  });
});
