import { describe, expect, it } from 'vitest';
import { levelToDecide, runActsOf, type RunActor, type RunStanding } from '#domain/hierarchy/run-acts.ts';

const run: RunStanding = { unitId: 3003, isLoaded: true, levels: 1, source: 'pull', lastDecision: null };
const upload: RunStanding = { ...run, source: 'upload' };
const sender: RunActor = { actsAs: 'officer', unitId: 3003, unitLevel: 'DOC' };
const ministry: RunActor = { actsAs: 'officer', unitId: 3000, unitLevel: 'MOC' };
const centre: RunActor = { actsAs: 'opdc', unitId: 1, unitLevel: 'PMOC' };

describe('acts on a run', () => {
  it.each([
    ['the sender submits or withdraws', run, sender, ['submit', 'withdraw']],
    ['the level next above accepts or returns', run, ministry, ['accept', 'return']],
    ['nothing skips a level', run, centre, []],
    ['after the ministry it is the centre’s turn', { ...run, levels: 3 }, centre, ['accept', 'return']],
    ['and the ministry’s no more', { ...run, levels: 3 }, ministry, []],
    ['what a person sent waits for nobody before it is submitted', upload, ministry, []],
    ['but the sender has it to submit', upload, sender, ['submit', 'withdraw']],
    ['and then it waits', { ...upload, lastDecision: 'submitted' }, ministry, ['accept', 'return']],
    [
      'what one level accepted the next need not have submitted',
      { ...upload, levels: 3, lastDecision: 'accepted' },
      centre,
      ['accept', 'return'],
    ],
    ['what brought nothing new is only withdrawn', { ...run, levels: 0 }, sender, ['withdraw']],
    ['and nobody decides on it', { ...run, levels: 0 }, ministry, []],
    ['what is submitted is not submitted again', { ...run, lastDecision: 'submitted' }, sender, ['withdraw']],
    ['what came back may be submitted again', { ...run, lastDecision: 'returned' }, sender, ['submit', 'withdraw']],
    ['what was returned is the sender’s turn', { ...run, lastDecision: 'returned' }, ministry, []],
    ['what all levels see is only withdrawn', { ...run, levels: 7 }, sender, ['withdraw']],
    ['nothing is done with what was not loaded', { ...run, isLoaded: false }, sender, []],
    ['an aide never decides', run, { ...ministry, actsAs: 'aide' }, []],
    ['a minister reads', run, { ...ministry, actsAs: 'minister' }, []],
    ['a sister department reads', run, { ...sender, unitId: 3004 }, []],
  ] as [string, RunStanding, RunActor, string[]][])('%s', (_name, standing, actor, acts) => {
    expect(runActsOf(standing, actor)).toEqual(acts);
  });

  it('names whose turn it is', () => {
    expect([0, 1, 3, 7].map((levels) => levelToDecide({ ...run, levels }))).toEqual([null, 'MOC', 'PMOC', null]);
  });
});
