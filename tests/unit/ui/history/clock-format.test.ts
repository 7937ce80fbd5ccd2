import { expect, it } from 'vitest';
import { englishAt } from '@/tests/fakes/english';
import { HOUR, NOON } from '@/tests/fakes/samples';
import { clockTime } from '@/utils/i18n/moments';
import { entryTime, hourBars } from '@/utils/ui/history/timeline';

it.each(['en-US', 'en-GB', 'de', 'hi'])('chart, timeline and headline write midnight alike in %s', (locale) => {
  const speech = { ...englishAt(NOON), locale, timeZone: 'UTC' };
  const midnight = NOON - 12 * HOUR;
  const [label] = hourBars([], speech).map(({ hour }) => hour);
  expect(clockTime(midnight, speech)).toBe(label);
  expect(entryTime(midnight, speech).endsWith(`, ${label}`)).toBe(true);
});

it.each([
  ['en-US', ['12 AM', '6 AM', '12 PM', '6 PM']],
  ['en-GB', ['00', '06', '12', '18']],
  ['de', ['00', '06', '12', '18']],
  ['fr', ['00', '06', '12', '18']],
])('the axis of the hours is written in one clock format in %s', (locale, labels) => {
  const ticks = hourBars([], { ...englishAt(NOON), locale }).flatMap(({ tick }) => tick ?? []);
  expect(ticks.map((tick) => tick.replace(/\s/g, ' '))).toEqual(labels);
});
