import { expect, test } from 'vitest';
import { directionOf } from '@/utils/i18n/moments';

test.each([
  ['en', 'ltr'],
  ['pt-BR', 'ltr'],
  ['ar', 'rtl'],
  ['he', 'rtl'],
  ['fa-IR', 'rtl'],
  ['az-Arab', 'rtl'],
])('directionOf(%s) is %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});
