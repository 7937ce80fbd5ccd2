import { expect, it } from 'vitest';
import { english } from '@/tests/fakes/english';
import { popupMarkup, rowMarkup } from '@/tests/fakes/popup-markup';
import { HOUR, NOON } from '@/tests/fakes/samples';
import { EMPTY_STATUS } from '@/utils/model/status';

it.each<[string, number | undefined, boolean]>([
  ['no snooze', undefined, false],
  ['a snooze that just ended', NOON, false],
  ['a snooze of an hour', NOON + HOUR, true],
  ['a snooze of a year, which is longer than any offered', NOON + 9_000 * HOUR, false],
])('the row offers to end a snooze exactly while the snooze holds: %s', (_, until, isSnoozed) => {
  const status = { ...EMPTY_STATUS, snoozes: until === undefined ? {} : { claude: until } };
  const row = rowMarkup(popupMarkup({ status }, NOON), 'claude');
  expect(row.includes(english('popup_snooze_end'))).toBe(isSnoozed);
});
