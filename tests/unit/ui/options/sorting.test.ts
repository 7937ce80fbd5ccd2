import { expect, it } from 'vitest';
import { stepOfKey } from '@/components/options/sorting';

const NO_MODIFIER = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

it.each([
  ['ArrowUp', { altKey: true }, -1],
  ['ArrowDown', { altKey: true }, 1],
  ['ArrowUp', {}, null],
  ['ArrowLeft', { altKey: true }, null],
  ['ArrowUp', { altKey: true, shiftKey: true }, null],
  ['ArrowDown', { altKey: true, metaKey: true }, null],
] as const)('the key %s with %j moves an item by %s', (key, modifiers, by) => {
  expect(stepOfKey({ key, ...NO_MODIFIER, ...modifiers })).toBe(by);
});
