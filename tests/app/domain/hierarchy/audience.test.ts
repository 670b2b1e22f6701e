import { describe, expect, it } from 'vitest';
import {
  ALL_AUDIENCES,
  ALL_AUDIENCES_MASK,
  audienceBit,
  audiencesOf,
  factAudiences,
  isVisible,
  OUTSIDE_BIT,
  viewerBit,
} from '#domain/hierarchy/audience.ts';
import { levelAbove, levelsShown, maySubmitTo, LEVELS } from '#domain/hierarchy/levels.ts';
import { landingPath, mayDo } from '#domain/hierarchy/roles.ts';

describe('audiences', () => {
  it('nine audiences have the bits 0 to 8', () => {
    expect(ALL_AUDIENCES.map((a) => audienceBit(a.level, a.clearance))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect([ALL_AUDIENCES_MASK, OUTSIDE_BIT, audienceBit('PMOC', 'public')]).toEqual([511, 6, 6]);
  });

  it.each([
    ['public', ['DOC'], 0b000_000_111],
    ['internal', ['DOC'], 0b000_000_110],
    ['restricted', ['DOC', 'MOC'], 0b000_100_100],
    ['public', ['DOC', 'MOC', 'PMOC'], 0b111_111_111],
    ['secret', ['DOC', 'MOC', 'PMOC'], 0],
  ] as const)('a %s fact at %j has mask %i', (classification, levels, mask) => {
    expect(factAudiences(classification, levels)).toBe(mask);
  });

  it('a fact is seen by exactly the shown levels with enough clearance', () => {
    const mask = factAudiences('internal', ['DOC', 'MOC']);
    const seen = ALL_AUDIENCES.filter((a) => isVisible(mask, audienceBit(a.level, a.clearance)));
    expect(seen).toEqual(audiencesOf(mask));
    expect(seen).toEqual([
      { level: 'DOC', clearance: 'internal' },
      { level: 'DOC', clearance: 'restricted' },
      { level: 'MOC', clearance: 'internal' },
      { level: 'MOC', clearance: 'restricted' },
    ]);
  });

  it('outside the own subtree everybody reads as the public at the highest level', () => {
    expect(viewerBit('MOC', 'restricted', true)).toBe(5);
    expect(viewerBit('MOC', 'restricted', false)).toBe(6);
  });
});

describe('levels', () => {
  it('nothing skips a level', () => {
    const pairs = LEVELS.flatMap((from) => LEVELS.filter((to) => maySubmitTo(from, to)).map((to) => `${from}>${to}`));
    expect(pairs).toEqual(['DOC>MOC', 'MOC>PMOC']);
    expect(levelAbove('PMOC')).toBeNull();
  });

  it.each([
    ['DOC', null, ['DOC']],
    ['DOC', 'MOC', ['DOC', 'MOC']],
    ['DOC', 'PMOC', ['DOC', 'MOC', 'PMOC']],
    ['MOC', null, ['MOC']],
    ['PMOC', null, ['PMOC']],
  ] as const)('a fact of a %s accepted by %s shows at %j', (from, acceptedBy, levels) => {
    expect(levelsShown(from, acceptedBy)).toEqual(levels);
  });
});

describe('roles', () => {
  it.each([
    ['pm', '/strategic'],
    ['minister', '/strategic'],
    ['ps', '/strategic'],
    ['cio', '/projects'],
    ['dg', '/tactical'],
    ['opdc', '/tactical'],
    ['bureau', '/operational'],
    ['officer', '/feeds'],
    ['admin', '/people'],
  ] as const)('%s lands on %s', (role, path) => {
    expect(landingPath(role)).toBe(path);
  });

  it('an aide lands where the principal does, and never signs, certifies or directs', () => {
    expect(landingPath('aide', 'dg')).toBe('/tactical');
    expect((['sign', 'certify', 'direct', 'accept'] as const).some((deed) => mayDo('aide', deed))).toBe(false);
    expect(mayDo('aide', 'prepare')).toBe(true);
  });
});
