import { describe, expect, test } from 'vitest';
import { ruleSentence } from '#app/runs/finding-words.server.ts';

const plain = (sentence: string) => sentence.replaceAll('\u00a0', ' ');

describe('the sentence of a finding', () => {
  test('names days as the reader writes them', () => {
    const params = { today: '2026-11-20' };
    expect(plain(ruleSentence('th', 'period_in_future', params))).toContain('(วันนี้ 20 พ.ย. 2569)');
    expect(plain(ruleSentence('en', 'period_in_future', params))).toContain('(today 20 Nov 2026)');
  });

  test.each([
    ['unit_not_valid', { from: '–', to: '2020-09-30' }, '– ถึง 30 ก.ย. 2563'],
    ['years_out_of_order', { from: 2569 }, '(2569)'],
    ['date_artefact', { date: '1899-12-31' }, '1899-12-31'],
  ])('leaves what is no day of %s as it is', (code, params, words) => {
    expect(plain(ruleSentence('th', code, params))).toContain(words);
  });
});
