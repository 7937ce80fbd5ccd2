import { expect, it } from 'vitest';
import { english } from '@/tests/fakes/english';
import { popupMarkup, rowMarkup } from '@/tests/fakes/popup-markup';
import { HOUR, NOON } from '@/tests/fakes/samples';
import { EMPTY_STATUS, isSnoozed } from '@/utils/model/status';

it.each([
  ['no snooze', undefined],
  ['a snooze that just ended', NOON],
  ['a snooze of an hour', NOON + HOUR],
  ['a snooze of a year', NOON + 9_000 * HOUR],
])('the row offers to end a snooze exactly while the snooze holds: %s', (_, until) => {
  const status = { ...EMPTY_STATUS, snoozes: until === undefined ? {} : { claude: until } };
  const row = rowMarkup(popupMarkup({ status }, NOON), 'claude');
  expect(row.includes(english('popup_snooze_end'))).toBe(isSnoozed(status, 'claude', NOON));
});
