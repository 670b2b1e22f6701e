import { describe, expect, it } from 'vitest';
import * as enScreens from '#domain/messages/en/index.ts';
import * as enLoads from '#domain/messages/en/load-sentences.ts';
import { glossary, latinInThai } from '#domain/messages/glossary.ts';
import * as thScreens from '#domain/messages/th/index.ts';
import * as thLoads from '#domain/messages/th/load-sentences.ts';
import { translator } from '#domain/messages/translate.ts';

type Topics = Record<string, Record<string, string>>;
const thai: Topics = { ...thScreens, ...thLoads };
const english: Topics = { ...enScreens, ...enLoads };
const sentences = (topics: Topics) =>
  Object.entries(topics).flatMap(([topic, words]) =>
    Object.entries(words).map(([key, sentence]) => ({ at: `${topic}.${key}`, sentence })),
  );
const paramsOf = (sentence: string) => [...new Set(sentence.match(/\{\{.*?\}\}/g) ?? [])].sort();
const withoutParams = (sentence: string) => sentence.replace(/\{\{.*?\}\}/g, ' ');

describe('words', () => {
  it('are there in both languages, topic by topic', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(thai).sort());
    for (const topic of Object.keys(thai)) {
      // English alone has a form for one thing.
      const singular = /_one$/;
      const keys = Object.keys(english[topic]!).filter((key) => !singular.test(key));
      expect(keys.sort(), topic).toEqual(Object.keys(thai[topic]!).sort());
    }
  });

  it('take the same parameters in both languages', () => {
    for (const { at, sentence } of sentences(english)) {
      const [topic, key] = at.split('.') as [string, string];
      const model = thai[topic]?.[key.replace(/_one$/, '')];
      const given = paramsOf(model ?? '');
      // One thing need not be counted out.
      const mayLeaveOut = at.endsWith('_one') && !sentence.includes('{{count}}') ? '{{count}}' : undefined;
      expect(paramsOf(sentence), at).toEqual(given.filter((param) => param !== mayLeaveOut));
    }
  });

  it('title every rule of a load, without what belongs to one record', () => {
    for (const topics of [thai, english]) {
      expect(Object.keys(topics['ruleTitles']!).sort()).toEqual(Object.keys(topics['rules']!).sort());
      const titles = Object.values(topics['ruleTitles']!);
      for (const title of titles) expect(title).not.toMatch(/\{\{|…/);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });

  it('are never empty and never padded', () => {
    for (const { at, sentence } of [...sentences(thai), ...sentences(english)])
      expect(sentence.trim(), at).toBe(sentence);
    for (const { at, sentence } of [...sentences(thai), ...sentences(english)]) expect(sentence, at).not.toBe('');
  });

  it('are in composed form, with SARA AM whole', () => {
    for (const { at, sentence } of sentences(thai)) {
      expect(sentence.normalize('NFC'), at).toBe(sentence);
      expect(sentence, at).not.toMatch(/\u0e4d\u0e32|\u0e40\u0e40/);
    }
  });
});

describe('Thai words', () => {
  it('carry no particles of politeness', () => {
    for (const { at, sentence } of sentences(thai)) expect(sentence, at).not.toMatch(/ครับ|ค่ะ|นะคะ|(?<![ก-ฮ])คะ(?!แนน)/);
  });

  it('use one word per concept', () => {
    for (const { at, sentence } of sentences(thai))
      for (const { concept, not } of glossary)
        for (const refused of not) expect(sentence.includes(refused), `${at}: ${refused} for ${concept}`).toBe(false);
  });

  // What a reader types or sees elsewhere is quoted as it is: options, commands, file endings, codes, names that stay.
  const quoted = /--\w+|\bnpm run [\w -]+|\b(?:mappings|feeds)\b|\.\w+|[\w-]*\d[\w-]*|\w+_\w+/g;
  const namesSignIn = new Set(['access.demonstrationHint']);

  it('hold no English technical word', () => {
    const allowed = new Set<string>(latinInThai);
    for (const { at, sentence } of sentences(thai).filter((one) => !namesSignIn.has(one.at)))
      for (const word of withoutParams(sentence)
        .replace(quoted, ' ')
        .match(/[A-Za-z][A-Za-z-]*/g) ?? [])
        expect(allowed.has(word), `${at}: ${word}`).toBe(true);
  });
});

describe('English words', () => {
  it('hold no Thai, apart from what is quoted', () => {
    const quoting = new Set(['shell.thai', 'shell.digitsThai', 'rules.date_unreadable']);
    for (const { at, sentence } of sentences(english))
      if (!quoting.has(at)) expect(sentence, at).not.toMatch(/[\u0e00-\u0e7f]/);
  });
});

describe('translator', () => {
  it('puts parameters in place as they are', () => {
    const t = translator('th');
    expect(t('headline.scoreBelow', { score: '3.68', max: 5, gap: '<0.22>' })).toBe(
      'คะแนนคำรับรอง 3.68 จาก 5 ต่ำกว่าแผนรอบนี้ <0.22>',
    );
  });

  it('has a form for one thing in English', () => {
    expect(translator('en')('measure.days', { count: 1 })).toBe('1 day');
    expect(translator('en')('measure.days', { count: 11 })).toBe('11 days');
    expect(translator('th')('measure.days', { count: 1 })).toBe('1 วัน');
  });

  it('never reads a parameter for a sentence', () => {
    expect(translator('th')('nav.pageOf', { page: '{{pages}}', pages: 3 })).toBe('หน้า {{pages}} จาก 3');
  });

  it('sets every digit of a Thai sentence in Thai digits when asked to, and none of an English one', () => {
    expect(translator('th', 'thai')('measure.days', { count: 30 })).toBe('๓๐ วัน');
    expect(translator('en', 'thai')('measure.days', { count: 30 })).toBe('30 days');
  });
});
