import { expect, it } from 'vitest';
import { cutGraphemes } from '@/utils/model/text';

it.each([
  ['Claude', 'Cl'],
  ['🍕 Pizza', '🍕 '],
  ['👩‍👩‍👧‍👦👩🏽‍💻 Family', '👩‍👩‍👧‍👦👩🏽‍💻'],
  ['🇩🇪🇫🇷 Chat', '🇩🇪🇫🇷'],
  ['👍🏽 Good', '👍🏽 '],
  ['1️⃣2️⃣ One', '1️⃣2️⃣'],
  ['É with a combining mark'.normalize('NFD'), 'É '.normalize('NFD')],
  ['नि', 'नि'],
  ['  Padded', 'Pa'],
  ['V', 'V'],
  ['', ''],
  ['   ', ''],
])('the first two graphemes of "%s" are complete', (text, first) => {
  expect(cutGraphemes(text, 2)).toBe(first);
});
