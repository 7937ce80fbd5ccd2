import { expect, test } from 'vitest';
import { noonZone } from '@/tests/browser/noon-zone';
import { clockTime } from '@/utils/i18n/moments';
import { translateBy } from '@/utils/i18n/speech';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test('the browsers of the tests write a time up to eleven hours away without a weekday, whenever they are started', () => {
  const days = [Date.UTC(2026, 11, 31), Date.UTC(2028, 1, 28), Date.UTC(2026, 2, 29)];
  const starts = days.flatMap((day) => Array.from({ length: 48 }, (_, half) => day + half * 30 * MINUTE));
  const written = starts.flatMap((now) =>
    [-11 * HOUR, 0, 11 * HOUR].map((away) =>
      clockTime(now + away, { t: translateBy({}), locale: 'en-GB', timeZone: noonZone(now), now }),
    ),
  );
  expect(new Set(written)).toEqual(new Set(['01:00', '01:30', '12:00', '12:30', '23:00', '23:30']));
});
