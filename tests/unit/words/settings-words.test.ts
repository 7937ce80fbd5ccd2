import { expect, test } from 'vitest';
import { englishAt } from '@/tests/fakes/english';
import type { SettingsRead } from '@/utils/model/options';
import { settingsWords } from '@/utils/ui/options/settings';

test.each<SettingsRead>([
  { kind: 'not_json' },
  { kind: 'not_settings' },
  { kind: 'too_new' },
  { kind: 'wrong', parts: ['theme'] },
])('settingsWords says that nothing was changed for $kind', (read) => {
  expect(settingsWords(read, englishAt(0))).toMatch(/ Nothing was changed\.$/);
});
