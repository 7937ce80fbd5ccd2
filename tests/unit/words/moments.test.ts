import { expect, it } from 'vitest';
import { englishAt } from '@/tests/fakes/english';
import { clockTime, shortDate } from '@/utils/i18n/moments';
import { dayWriter } from '@/utils/ui/text';

const at = (text: string): number => Date.parse(text);
const NEW_YEAR = at('2027-01-02T12:00Z');

it.each([
  ['2027-01-02T09:05Z', '09:05', '2 Jan'],
  ['2026-12-30T09:05Z', 'Wed 09:05', '30 Dec 2026'],
  ['2026-12-20T09:05Z', '20 Dec 2026 09:05', '20 Dec 2026'],
  ['2026-01-02T09:05Z', '2 Jan 2026 09:05', '2 Jan 2026'],
  ['2027-02-20T09:05Z', '20 Feb 09:05', '20 Feb'],
  ['2028-01-20T09:05Z', '20 Jan 2028 09:05', '20 Jan 2028'],
])('clockTime, shortDate and dayWriter write %s with the year only if it is another year', (text, time, date) => {
  const speech = englishAt(NEW_YEAR);
  expect(clockTime(at(text), speech)).toBe(time);
  expect(shortDate(at(text), speech)).toBe(date);
  expect(dayWriter(speech)(at(text))).toBe(date);
});

it('shortDate uses the year in the speech’s time zone', () => {
  const speech = { ...englishAt(at('2027-01-01T03:00Z')), timeZone: 'America/New_York' };
  expect(shortDate(at('2026-12-31T04:00Z'), speech)).toBe('30 Dec');
});
