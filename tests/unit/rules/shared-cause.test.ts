import { expect, it } from 'vitest';
import { MINUTE } from '@/tests/fakes/samples';
import { haveSharedCause } from '@/utils/rules/notifying/gather-notifications';

it.each<[string, number[], boolean]>([
  ['is false for outages that begin: none', [], false],
  ['is false for outages that begin: one', [0], false],
  ['is false for outages that begin: two at once', [0, 0], false],
  ['is true for outages that begin: three within ten minutes, in any order', [10, 0, 5], true],
  ['is false for outages that begin: three in a longer time', [0, 5, 11], false],
  ['is true for outages that begin: three of four', [0, 30, 31, 32], true],
  ['is false for outages that begin: pairs far apart', [0, 1, 60, 61], false],
])('haveSharedCause %s', (_, minutes, isShared) => {
  expect(haveSharedCause(minutes.map((minute) => minute * MINUTE))).toBe(isShared);
});
