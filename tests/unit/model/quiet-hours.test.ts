import { expect, it } from 'vitest';
import { isQuiet } from '@/utils/model/notification';

const at = (hours: number, minutes = 0) => hours * 60 + minutes;

it.each([
  [at(22), at(7), at(21, 59), false],
  [at(22), at(7), at(22), true],
  [at(22), at(7), at(0), true],
  [at(22), at(7), at(6, 59), true],
  [at(22), at(7), at(7), false],
  [at(9), at(17), at(8, 59), false],
  [at(9), at(17), at(9), true],
  [at(9), at(17), at(17), false],
  [at(8), at(8), at(8), false],
])('isQuiet from minute %i until %i, at minute %i, is %s', (from, until, minute, isIn) => {
  expect(isQuiet({ isOn: true, from, until }, minute)).toBe(isIn);
  expect(isQuiet({ isOn: false, from, until }, minute)).toBe(false);
});
