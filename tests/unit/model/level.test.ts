import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTrouble, isWorse, LEVELS, type Level, worstOf } from '@/utils/model/level';

describe('worstOf', () => {
  it.each<[Level[], Level]>([
    [[], 'unknown'],
    [['operational'], 'operational'],
    [['operational', 'unknown'], 'unknown'],
    [['maintenance', 'unknown'], 'unknown'],
    [['operational', 'maintenance'], 'maintenance'],
    [['unknown', 'degraded'], 'degraded'],
    [['major_outage', 'partial_outage', 'unknown'], 'major_outage'],
  ])('returns for %j the level %s', (levels, worst) => {
    expect(worstOf(levels)).toBe(worst);
  });

  const levels = fc.array(fc.constantFrom(...LEVELS), { minLength: 1 });

  it('does not depend on the order', () => {
    fc.assert(fc.property(levels, (some) => worstOf(some) === worstOf([...some].reverse())));
  });

  it('returns operational only if all levels are operational', () => {
    fc.assert(
      fc.property(levels, (some) => worstOf(some) !== 'operational' || some.every((level) => level === 'operational')),
    );
  });
});

describe('isWorse', () => {
  it.each<[Level, Level, boolean]>([
    ['major_outage', 'partial_outage', true],
    ['partial_outage', 'partial_outage', false],
    ['degraded', 'maintenance', true],
    ['unknown', 'operational', false],
    ['major_outage', 'unknown', false],
  ])('of %s and %s is %s', (level, other, expected) => {
    expect(isWorse(level, other)).toBe(expected);
  });
});

it.each<[Level, boolean]>([
  ['operational', false],
  ['maintenance', false],
  ['unknown', false],
  ['degraded', true],
  ['major_outage', true],
])('isTrouble(%s) is %s', (level, expected) => {
  expect(isTrouble(level)).toBe(expected);
});
