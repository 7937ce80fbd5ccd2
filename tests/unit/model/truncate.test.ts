import { describe, expect, it } from 'vitest';
import { cutText, truncate } from '@/utils/model/text';

describe('truncate', () => {
  it.each([
    ['short', 10, 'short'],
    ['exactly-10', 10, 'exactly-10'],
    ['exactly-11!', 10, 'exactly-1…'],
    ['a 🍕🍕', 5, 'a 🍕…'],
    ['a 🍕🍕', 4, 'a…'],
    ['🇩🇪🇫🇷🇮🇹', 6, '🇩🇪…'],
    ['👩🏽‍💻👩🏽‍💻', 10, '👩🏽‍💻…'],
    ['\r\n\r\n', 4, '\r\n\r\n'],
  ])('truncates %j to %i code units as %j', (text, maxLength, expected) => {
    expect(truncate(text, maxLength)).toBe(expected);
  });

  it('cuts a single endless grapheme between code points', () => {
    expect(truncate(`e${'\u0301'.repeat(100)}`, 10)).toBe(`e${'\u0301'.repeat(8)}…`);
    expect(cutText(`🍕${'\u200D🍕'.repeat(50)}`, 13).isWellFormed()).toBe(true);
  });
});
