import { describe, expect, it } from 'vitest';
import { NOON } from '@/tests/fakes/samples';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { NO_EVIDENCE } from '@/utils/model/evidence';
import { hashOf } from '@/utils/model/text';
import { hasAnsweredLately, learnedOf, lengthKind, usualIfSlow, withAnswer } from '@/utils/rules/evidence/learned';

const answer = { pattern: '^/send$', at: NOON, firstByteMs: 1_000, lengthMs: 8_000 };

describe('withAnswer', () => {
  it('keeps at most 2 kB for all assistants, whatever was answered', () => {
    let memory = NO_EVIDENCE;
    for (const { id } of ASSISTANTS) {
      for (const pattern of ['^/a$', '^/b$', 'page']) {
        for (let count = 0; count < 30; count += 1) {
          const times = { firstByteMs: 9_999_999, lengthMs: 9_999_999 };
          memory = withAnswer(memory, id, { pattern, at: NOON, harmless: [500, 404], ...times });
        }
      }
    }
    expect(JSON.stringify(memory.learned).length).toBeLessThanOrEqual(2_048);
  });

  it('forgets the assistant that was not used for longest', () => {
    const ids = ASSISTANTS.slice(0, 8).map(({ id }) => id);
    let memory = NO_EVIDENCE;
    for (const [index, id] of ids.entries()) memory = withAnswer(memory, id, { ...answer, at: NOON + index * 60_000 });
    expect(Object.keys(memory.learned ?? {}).sort()).toEqual(ids.slice(1).sort());
  });

  it('stores no path, only its hash', () => {
    const memory = withAnswer(NO_EVIDENCE, 'claude', answer);
    expect(JSON.stringify(memory)).not.toContain('send');
    expect(hasAnsweredLately(learnedOf(memory, 'claude'), answer.pattern, NOON)).toBe(true);
    expect(hasAnsweredLately(learnedOf(memory, 'claude'), '^/other$', NOON)).toBe(false);
  });

  it('does not take an outage of empty answers for the usual', () => {
    let memory = NO_EVIDENCE;
    for (let count = 0; count < 12; count += 1) memory = withAnswer(memory, 'claude', answer);
    for (let count = 0; count < 30; count += 1) memory = withAnswer(memory, 'claude', { ...answer, lengthMs: 20 });
    expect(lengthKind(learnedOf(memory, 'claude'), 20)).toBe('at_once');
  });
});

describe('lengthKind', () => {
  const of = (lengths: number[], ms: number) => lengthKind({ firstByte: [], lengths, wellAt: {} }, ms);

  it.each([
    ['an answer of usual length', [80, 90, 70, 85, 60, 75, 80], 7_000, 'usual'],
    ['the first short one', [80, 90, 70, 85, 60, 75, 80], 600, 'at_once'],
    ['a short one among others', [80, 5, 70, 4, 60, 75, 80], 600, 'brief'],
    ['a short one where answers are quick', [15, 20, 18, 12, 25, 14], 600, 'usual'],
    ['a short one with little learned', [80, 90], 600, 'usual'],
    ['an immediate end with little learned', [80, 90], 40, 'brief'],
  ])('judges %s', (_, lengths, ms, expected) => {
    expect(of(lengths, ms)).toBe(expected);
  });
});

describe('usualIfSlow', () => {
  const of = (firstByte: number[], ms: number) => usualIfSlow({ firstByte, lengths: [], wellAt: {} }, ms);
  const USUAL = Array.from({ length: 10 }, () => 30);

  it.each([
    ['three times the median', USUAL, 9_000, 3_000],
    ['less than that', USUAL, 8_900, null],
    ['more by a moment only', USUAL.map(() => 3), 1_500, null],
    ['with too few answers', USUAL.slice(1), 20_000, null],
    ['as one before', [100, ...USUAL.slice(1)], 20_000, null],
    ['as those just before', [...USUAL.slice(2), 140, 150], 20_000, 3_000],
  ])('finds the usual time for an answer that begins later: %s', (_, firstByte, ms, expected) => {
    expect(of(firstByte, ms)).toBe(expected);
  });
});

it('hashOf tells paths apart', () => {
  expect(hashOf('/c/1')).not.toBe(hashOf('/c/2'));
  expect(hashOf('')).toBe(0x811c9dc5);
});
