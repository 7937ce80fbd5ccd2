import { expect, it } from 'vitest';
import { englishAt } from '@/tests/fakes/english';
import { HOUR, NOON } from '@/tests/fakes/samples';
import { isSnoozed } from '@/utils/model/status';
import { snoozedOf } from '@/utils/ui/text';

it.each([
  ['no snooze', undefined],
  ['a snooze that just ended', NOON],
  ['a snooze of an hour', NOON + HOUR],
  ['a snooze of a year', NOON + 9_000 * HOUR],
])('snoozedOf returns a text exactly while the snooze holds: %s', (_, until) => {
  const status = { snoozes: until === undefined ? {} : { claude: until } };
  expect(snoozedOf(status, 'claude', 'Claude', englishAt(NOON)) !== null).toBe(isSnoozed(status, 'claude', NOON));
});
