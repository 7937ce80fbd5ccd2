import { describe, expect, it } from 'vitest';
import arabicMessages from '@/public/_locales/ar/messages.json' with { type: 'json' };
import chineseMessages from '@/public/_locales/zh_CN/messages.json' with { type: 'json' };
import { englishAt } from '@/tests/fakes/english';
import { NOON } from '@/tests/fakes/samples';
import { clockTime, factLine, listWords, plural, sentences, shortDate } from '@/utils/i18n/moments';
import { translateBy } from '@/utils/i18n/speech';

const at = (text: string): number => Date.parse(text);
const NEW_YEAR = at('2027-01-02T12:00Z');

it.each([
  ['2027-01-02T09:05Z', '09:05', '2 Jan'],
  ['2026-12-30T09:05Z', 'Wed 09:05', '30 Dec 2026'],
  ['2026-12-20T09:05Z', '20 Dec 2026 09:05', '20 Dec 2026'],
  ['2026-01-02T09:05Z', '2 Jan 2026 09:05', '2 Jan 2026'],
  ['2027-02-20T09:05Z', '20 Feb 09:05', '20 Feb'],
  ['2028-01-20T09:05Z', '20 Jan 2028 09:05', '20 Jan 2028'],
])('clockTime and shortDate write %s with the year only if it is another year', (text, time, date) => {
  const speech = englishAt(NEW_YEAR);
  expect(clockTime(at(text), speech)).toBe(time);
  expect(shortDate(at(text), speech)).toBe(date);
});

it('shortDate uses the year in the speech’s time zone', () => {
  const speech = { ...englishAt(at('2027-01-01T03:00Z')), timeZone: 'America/New_York' };
  expect(shortDate(at('2026-12-31T04:00Z'), speech)).toBe('30 Dec');
});

describe('parts in a row', () => {
  const chinese = { ...englishAt(NOON), t: translateBy(chineseMessages), locale: 'zh-CN' };
  const arabic = { ...englishAt(NOON), t: translateBy(arabicMessages), locale: 'ar' };

  it('sentences have a space in between only where the language has one, and may be broken there', () => {
    expect(sentences(['One.', null, '', 'Two.'], englishAt(NOON))).toBe('One. Two.');
    expect(sentences(['一。', '二。'], chinese)).toBe('一。\u200b二。');
    expect(sentences([null, ''], chinese)).toBeNull();
  });

  it('a plain list has the separator of the language', () => {
    expect(listWords(['Claude', 'ChatGPT', 'Gemini'], 'unit', englishAt(NOON))).toBe('Claude, ChatGPT, Gemini');
    expect(listWords(['Claude', 'ChatGPT'], 'unit', chinese)).toBe('Claude、ChatGPT');
    expect(listWords([], 'unit', chinese)).toBe('');
  });

  it('facts are isolated from each other in a right-to-left language alone', () => {
    expect(factLine(['Anthropic', null, '1:58'], englishAt(NOON))).toBe('Anthropic · 1:58');
    expect(factLine(['Anthropic', '1:58 م'], arabic)).toBe('\u2068Anthropic\u2069 · \u20681:58 م\u2069');
  });

  it('facts that are added to a line of facts are isolated beside it, not around it', () => {
    const line = factLine(['منذ 1:26 م', '47 د'], arabic);
    expect(factLine([line, 'تم'], arabic)).toBe(`${line} · \u2068تم\u2069`);
  });
});

it('plural counts in English with the singular for one only', () => {
  expect([0, 1, 3].map((count) => plural('local_answers', count, englishAt(NOON), 'Ollama'))).toEqual([
    'Ollama is running with 0 models.',
    'Ollama is running with 1 model.',
    'Ollama is running with 3 models.',
  ]);
});
