import { expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { moveBy } from '@/utils/rules/fallbacks/plan';
import { withWatched, withWatchedMove } from '@/utils/rules/settings/choices';

const watched = (options: ReturnType<typeof withWatched>) => options.watched;

it('withWatched appends new assistants and keeps the position of watched ones', () => {
  expect(watched(withWatched(DEFAULT_OPTIONS, 'gemini', true))).toEqual(['claude', 'chatgpt', 'gemini']);
  expect(watched(withWatched(DEFAULT_OPTIONS, 'claude', true))).toEqual(['claude', 'chatgpt']);
  expect(watched(withWatched(DEFAULT_OPTIONS, 'claude', false))).toEqual(['chatgpt']);
});

it('withWatchedMove changes the order of watched assistants', () => {
  expect(watched(withWatchedMove(DEFAULT_OPTIONS, 'chatgpt', -1))).toEqual(['chatgpt', 'claude']);
});

it.each([
  ['a', 2, 'bca'],
  ['c', -2, 'cab'],
  ['a', 9, 'bca'],
  ['x', 1, 'abc'],
])('moveBy moves %s by %i within "abc" to get "%s"', (member, by, order) => {
  expect(moveBy(['a', 'b', 'c'], member, by).join('')).toBe(order);
});
