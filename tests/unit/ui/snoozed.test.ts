import { expect, it } from 'vitest';
import { englishAt } from '@/tests/fakes/english';
import { HOUR, NOON } from '@/tests/fakes/samples';
import { isSnoozed } from '@/utils/model/status';
import { snoozedOf } from '@/utils/ui/text';

it.each([
  ['none', undefined],
  ['over', NOON],
  ['an hour long', NOON + HOUR],
  ['a slip of the clock', NOON + 9_000 * HOUR],
])('says that an assistant is snoozed if and only if the snooze holds: %s', (_, until) => {
  const status = { snoozes: until === undefined ? {} : { claude: until } };
  expect(snoozedOf(status, 'claude', 'Claude', englishAt(NOON)) !== null).toBe(isSnoozed(status, 'claude', NOON));
});
