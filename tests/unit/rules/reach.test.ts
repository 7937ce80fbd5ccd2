import { describe, expect, it } from 'vitest';
import { aMemory } from '@/tests/fakes/samples';
import { isReaching } from '@/utils/rules/polling/plan-polls';

const answered = aMemory();
const silent = aMemory({ failure: { kind: 'unreachable' } });
const late = aMemory({ failure: { kind: 'timeout' } });
const forbidden = aMemory({ failure: { kind: 'not_allowed' } });
const broken = aMemory({ failure: { kind: 'http_error', status: 500 } });

describe('isReaching', () => {
  it('trusts a browser that reports online', () => {
    expect(isReaching(true, false, [silent])).toBe(true);
  });

  it.each([
    ['is true for a browser that reports offline when one page answers', [silent, answered], true],
    ['is true for a browser that reports offline when one page answers with an error', [broken, late], true],
    ['is false for a browser that reports offline when every page is silent or late', [silent, late], false],
    [
      'is false for a browser that reports offline when the only page that is not silent may not be read',
      [silent, forbidden],
      false,
    ],
  ])('%s', (_, read, expected) => {
    expect(isReaching(false, true, read)).toBe(expected);
    expect(isReaching(false, false, read)).toBe(expected);
  });

  it.each([true, false])('keeps the previous value (%s) when no page was read', (was) => {
    expect(isReaching(false, was, [])).toBe(was);
    expect(isReaching(false, was, [forbidden])).toBe(was);
  });
});
