import { expect, it } from 'vitest';
import { firstGrapheme } from '@/utils/model/text';

it.each([
  ['Claude', 'C'],
  ['🍕 Pizza', '🍕'],
  ['👩‍👩‍👧‍👦 Family', '👩‍👩‍👧‍👦'],
  ['🇩🇪 Chat', '🇩🇪'],
  ['👍🏽 Good', '👍🏽'],
  ['1️⃣ One', '1️⃣'],
  ['É with a combining mark'.normalize('NFD'), 'É'.normalize('NFD')],
  ['नि', 'नि'],
  ['  Padded', 'P'],
  ['', ''],
  ['   ', ''],
])('firstGrapheme of "%s" is complete', (text, first) => {
  expect(firstGrapheme(text)).toBe(first);
});
