import { expect, test } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import type { SettingsRead } from '@/utils/model/options';
import { settingsWords } from '@/utils/ui/options/settings';

test.each<[string, SettingsRead, string]>([
  ['is not JSON', { kind: 'not_json' }, english('settings_not_json')],
  ['has no settings', { kind: 'not_settings' }, english('settings_not_settings')],
  ['is of a later version', { kind: 'too_new' }, english('settings_too_new')],
  ['has a wrong part', { kind: 'wrong', parts: ['theme'] }, english('settings_wrong', english('settings_part_theme'))],
])('settingsWords says that a file %s', (_, read, words) => {
  expect(settingsWords(read, englishAt(0))).toBe(words);
});
