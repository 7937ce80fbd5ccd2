import { describe, expect, it } from 'vitest';
import { englishAt } from '@/tests/fakes/english';
import { duration } from '@/utils/i18n/moments';
import {
  headline,
  lastingHeadline,
  levelTitle,
  sinceAndLength,
  sinceWords,
  subjectOf,
} from '@/utils/i18n/verdict-words';
import { lengthShown } from '@/utils/model/episode';

const at = (time: string) => Date.parse(`2026-09-03T${time}Z`);
/** Numbers and units are joined by no-break spaces. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const speech = englishAt(at('08:58:10'));

describe('lengthShown', () => {
  it.each([
    ['08:39:50', '08:58:10', '19 min'],
    ['08:39:10', '08:58:50', '19 min'],
    ['08:58:01', '08:58:59', 'under 1 min'],
    ['08:57:59', '08:58:01', '1 min'],
    ['07:00:59', '09:00:00', '2 h'],
  ])('is the difference of the displayed times: %s to %s is %s', (from, to, words) => {
    expect(plain(duration(lengthShown(at(from), at(to)), speech))).toBe(words);
  });
});

describe('headline', () => {
  const since = { at: at('08:39:50'), isKnown: true };

  it('names level, start and duration', () => {
    expect(plain(headline('Claude', 'partial_outage', since, speech))).toBe(
      'Claude: partial outage since 08:39 (19 min)',
    );
    expect(plain(headline('Claude', 'degraded', { ...since, isKnown: false }, speech))).toBe(
      'Claude: degraded performance since at least 08:39 (19 min)',
    );
  });

  it('names the level alone where the start and the duration follow in a line of their own', () => {
    expect(levelTitle('Claude', 'partial_outage', speech)).toBe('Claude: partial outage');
    expect(levelTitle('Claude', 'unknown', speech)).toBe('Claude: status unknown.');
    expect(plain(sinceAndLength(since, speech))).toBe('Since 08:39 · 19 min');
    expect(sinceWords({ ...since, isKnown: false }, speech)).toBe('Since at least 08:39');
  });

  it('omits the duration in lastingHeadline, which is not updated on screen', () => {
    expect(lastingHeadline('Claude', 'major_outage', since, speech)).toBe('Claude: major outage since 08:39');
  });

  it.each([
    ['the chat itself is affected', [], 'Claude'],
    ['one component is affected, with its host in brackets', ['Claude API (api.anthropic.com)'], 'Claude API'],
    ['the component does not name the assistant', ['Console'], 'Claude Console'],
    ['two components are affected', ['Claude API', 'Claude Code'], 'Claude API and Claude Code'],
  ])('has the right subject when %s', (_, onlyParts, subject) => {
    expect(subjectOf('Claude', onlyParts, speech)).toBe(subject);
  });
});
