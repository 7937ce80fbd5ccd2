import { expect, it } from 'vitest';
import { parseTransfers } from '@/utils/browser/transfers-schema';

const ONE = { from: 'claude', to: 'chatgpt', text: 'Hello', startedAt: 5, tabId: 3 };

it('parseTransfers reads the single transfer of earlier versions', () => {
  expect(parseTransfers(ONE)).toEqual([{ ...ONE, id: 5, originTabId: null, isPrivate: false }]);
});

it.each<[string, unknown, number]>([
  ['a missing value', undefined, 0],
  ['null', null, 0],
  [
    'a list',
    [
      { ...ONE, id: 1 },
      { ...ONE, id: 2, isPrivate: true, originTabId: 7, hasFiles: true },
    ],
    2,
  ],
  ['a list with an invalid entry', [{ ...ONE, text: 7 }, ONE], 1],
  ['a string', 'Hello', 0],
])('parseTransfers reads %s', (_, stored, count) => {
  expect(parseTransfers(stored)).toHaveLength(count);
});
