import { expect, it } from 'vitest';
import { NOON, SECOND } from '@/tests/fakes/samples';
import { NOTHING_FOUND } from '@/utils/model/findings';
import { isForsaken } from '@/utils/rules/check-silence';

const check = { startedAt: NOON, movedAt: NOON + 25 * SECOND, running: 'page', findings: NOTHING_FOUND } as const;

it('is forsaken half a minute after the last sign of life, and not before', () => {
  expect(isForsaken(null, NOON, NOON + 30 * SECOND)).toBe(false);
  expect(isForsaken(null, NOON, NOON + 31 * SECOND)).toBe(true);
  expect(isForsaken(check, NOON, NOON + 55 * SECOND)).toBe(false);
  expect(isForsaken(check, NOON, NOON + 56 * SECOND)).toBe(true);
});
