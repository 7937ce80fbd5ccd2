import { expect, it } from 'vitest';
import { MINUTE } from '@/tests/fakes/samples';
import { haveSharedCause } from '@/utils/rules/notifying/gather-notifications';

it.each<[string, number[], boolean]>([
  ['none', [], false],
  ['one', [0], false],
  ['two at once', [0, 0], false],
  ['three within ten minutes, in any order', [10, 0, 5], true],
  ['three in a longer time', [0, 5, 11], false],
  ['three of four', [0, 30, 31, 32], true],
  ['pairs far apart', [0, 1, 60, 61], false],
])('haveSharedCause for outages that begin: %s', (_, minutes, isShared) => {
  expect(haveSharedCause(minutes.map((minute) => minute * MINUTE))).toBe(isShared);
});
