import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '@/tests/fakes/samples';
import { believedEnd, currentLimit, retryAfterTime } from '@/utils/model/limit';
import { limitEndIn } from '@/utils/rules/evidence/error-text';

/** A Friday in winter: 14:05 in Berlin, 13:05 UTC, 5:05 in Los Angeles. */
const NOW = Date.UTC(2026, 0, 16, 13, 5);
const DAY = 24 * HOUR;
const BERLIN = 'Europe/Berlin';

/** "Fri 16:20" as the clocks of Berlin show it; null stays. */
function shown(at: number | null): string | null {
  if (at === null) return null;
  const day = new Intl.DateTimeFormat('en-US', { timeZone: BERLIN, weekday: 'short' }).format(at);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: BERLIN, timeStyle: 'short' }).format(at);
  return `${day} ${time}`;
}

const STATED: readonly [text: string, end: string][] = [
  // A time of day.
  ['Message limit reached. Try again at 4:20 PM', 'Fri 16:20'],
  ['Try again at 4:20\u202fPM.', 'Fri 16:20'],
  ['You are out of free messages until 4:00 PM', 'Fri 16:00'],
  ['You are out of free messages until 4 p.m.', 'Fri 16:00'],
  ['You’ve hit your limit · resets 3pm', 'Fri 15:00'],
  ['5-hour limit reached ∙ resets 8pm', 'Fri 20:00'],
  ['5-hour limit reached ∙ resets 3am', 'Sat 03:00'],
  ['Responses will use another model until your limit resets after 4:52 PM.', 'Fri 16:52'],
  ['You’ve reached your limit. Please try again later, after 5:35 PM.', 'Fri 17:35'],
  ['Usage limit reached. Available again at 16:20', 'Fri 16:20'],
  ['Limit reached, resets at 12 AM', 'Sat 00:00'],
  ['Limit reached, resets at 12 PM', 'Sat 12:00'],
  ['Limit reached, resets at 00:15', 'Sat 00:15'],
  // A time zone.
  ['You’ve hit your limit · resets 3pm (Europe/Berlin)', 'Fri 15:00'],
  ['Claude usage limit reached. Your limit will reset at 3pm (America/Los_Angeles).', 'Sat 00:00'],
  ['Your limit resets at 10am PT', 'Fri 19:00'],
  ['Try again at 18:30 UTC', 'Fri 19:30'],
  ['Versuche es um 18:30 Uhr MEZ erneut', 'Fri 18:30'],
  ['Your limit resets at 6:30 PM GMT+2', 'Fri 17:30'],
  ['Your limit resets at 8:30 PM GMT+5:30', 'Fri 16:00'],
  ['Your limit resets at 9am (UTC-8).', 'Fri 18:00'],
  ['Your limit resets at 23:00 UTC+08:00 tomorrow', 'Sat 16:00'],
  // A day.
  ['Your limit resets tomorrow after 11:20 AM', 'Sat 11:20'],
  ['Try again at 1:00 PM tomorrow', 'Sat 13:00'],
  ['Weekly limit reached ∙ resets Jan 19 at 10am', 'Mon 10:00'],
  ['You’ve reached your limit until Jan 18, 4:20 PM', 'Sun 16:20'],
  ['Your limit resets on 19 January at 16:20', 'Mon 16:20'],
  ['Your limit resets on January 19, 2026 at 4:20 PM.', 'Mon 16:20'],
  ['You’ve reached your limit until Jan 18, 2026, 4:20 PM', 'Sun 16:20'],
  ['Your limit resets at 4:20 PM on January 19, 2026', 'Mon 16:20'],
  ['Your limit resets on Monday, January 19, 2026 at 4:20 PM', 'Mon 16:20'],
  ['Your limit resets next Monday at 4:20 PM', 'Mon 16:20'],
  ['You’ve reached today’s limit. Try again at 4:20 PM', 'Fri 16:20'],
  ['resets Mon 12:00 AM', 'Mon 00:00'],
  ['resets on Wednesday at 9 AM', 'Wed 09:00'],
  ['resets at 9 AM on Friday', 'Fri 09:00'],
  // A length.
  ['Too many requests. Try again in 2 hours 15 minutes', 'Fri 16:20'],
  ['Too many requests. Try again in 2 hours and 15 minutes.', 'Fri 16:20'],
  ['Limit reached; resets in 2h 15m', 'Fri 16:20'],
  ['Rate limit reached for requests. Please try again in 1h12m30.5s.', 'Fri 15:17'],
  ['Please wait 45 minutes before you send another message', 'Fri 14:50'],
  ['In an hour you can try again', 'Fri 15:05'],
  ['Please wait for another 15 minutes', 'Fri 14:20'],
  ['You’ve used 40 messages in 3 hours. Try again in 20 min.', 'Fri 14:25'],
  ['Try again in 2 hours (at 4:05 PM)', 'Fri 16:05'],
  ['resets in 3 days', 'Mon 14:05'],
  // Programs.
  ['rate limited until 2026-01-16T15:20:00Z', 'Fri 16:20'],
  ['Claude AI usage limit reached|1768576800', 'Fri 16:20'],
  // German.
  ['Du hast dein Limit erreicht. Versuche es um 16:20 Uhr erneut.', 'Fri 16:20'],
  ['Nachrichtenlimit erreicht bis 16:20 Uhr', 'Fri 16:20'],
  ['Dein Limit wird um 15:00 (Europe/Berlin) zurückgesetzt', 'Fri 15:00'],
  ['Dein Limit wird um 9:30 zurückgesetzt', 'Sat 09:30'],
  ['Wieder verfügbar ab 16.20 Uhr', 'Fri 16:20'],
  ['Versuche es morgen um 9 Uhr noch einmal', 'Sat 09:00'],
  ['Versuche es morgen um 16:20 Uhr noch einmal', 'Sat 16:20'],
  ['Das Kontingent wird am Montag um 9 Uhr zurückgesetzt', 'Mon 09:00'],
  ['Nutzungslimit erreicht. Wieder verfügbar am 19. Januar um 10:00 Uhr', 'Mon 10:00'],
  ['Dein Limit wird am 19. Januar 2026 um 10:00 Uhr zurückgesetzt', 'Mon 10:00'],
  ['Versuche es in 2 Stunden und 15 Minuten erneut', 'Fri 16:20'],
  ['Das Limit setzt sich in 45 Minuten zurück', 'Fri 14:50'],
  ['Bitte warte noch 20 Minuten', 'Fri 14:25'],
  ['Versuche es in einer Stunde noch einmal', 'Fri 15:05'],
];

const UNCLEAR: readonly string[] = [
  '',
  'Too many requests',
  'Too many requests. Please try again later.',
  'Bitte versuche es später erneut.',
  'Something went wrong at 4:20 PM',
  // In the morning or in the afternoon.
  'Try again at 3',
  'Try again at 4:20',
  'Your limit resets at 12:30',
  // Which day, or at what time on it.
  'Your limit resets on Jan 19',
  'Your limit resets on Monday',
  'Your limit resets on 1/19 at 5:00 PM',
  'Your limit resets on 01/19/2026 at 5:00 PM',
  'Your limit resets on 2026-01-19 at 17:00',
  'Your limit resets on the 19th at 5 PM',
  'Your limit resets at 5 PM on the 19th',
  'Your limit resets tomorrow (Saturday) at 5 PM',
  'You are out of messages until the day after tomorrow at 5 PM',
  'Dein Limit wird am 19.1. um 17:00 Uhr zurückgesetzt',
  'Dein Limit wird am 19.01.2026 um 17:00 Uhr zurückgesetzt',
  'Wieder verfügbar übermorgen um 17:00 Uhr',
  // It ended a moment ago, or the message is old.
  'Try again at 1:30 PM',
  'Weekly limit reached ∙ resets Fri 2pm',
  // An abbreviation of several time zones, and a time zone that does not exist.
  'Your limit resets at 3pm CST',
  'Your limit resets at 3pm (Europe/Atlantis)',
  'Your limit resets at 3pm (UTC+30)',
  'Your limit resets at 15:00+01:00',
  // Two different times.
  'Try again at 4:20 PM or at 6:00 PM',
  'The weekly limit resets at 6pm, the daily limit resets at 9pm',
  // Not the end of a limit.
  'You can send 40 messages in 3 hours; try again later',
  'Your limit resets every 5 hours',
  'Your limit was reset 5 days ago',
  'This model is available for 2 hours',
  'Please wait a few minutes and try again',
  // Out of bounds.
  'Try again in 8 days',
  'Try again in 20s',
  'Your limit resets on Feb 19 at 10am',
  'Your limit resets at 25:00',
  'Your limit resets at 13 PM',
];

describe('limitEndIn', () => {
  it.each(STATED)('reads the end of a limit from "%s"', (text, end) => {
    expect(shown(limitEndIn(text, NOW, BERLIN))).toBe(end);
  });

  it.each(UNCLEAR)('reads no end of a limit from "%s"', (text) => {
    expect(shown(limitEndIn(text, NOW, BERLIN))).toBeNull();
  });

  it('takes the user’s own time zone where the text names none', () => {
    expect(shown(limitEndIn('resets 3pm', NOW, 'America/Los_Angeles'))).toBe('Sat 00:00');
  });

  it('reads a time on the next day across a change to daylight saving time', () => {
    const evening = Date.UTC(2026, 2, 28, 21);
    expect(shown(limitEndIn('resets 9am', evening, BERLIN))).toBe('Sun 09:00');
  });

  it('finds a date of the next year around New Year', () => {
    const eve = Date.UTC(2026, 11, 31, 12);
    expect(limitEndIn('resets Jan 2 at 10am', eve, 'UTC')).toBe(Date.UTC(2027, 0, 2, 10));
  });

  it('never throws, and never gives an end outside of the bounds', () => {
    const words = [
      'resets',
      'at',
      'in',
      '3',
      '4:20',
      'pm',
      'Uhr',
      'Jan',
      '(A/B)',
      'hours',
      'um',
      'erneut',
      '|',
      '9999',
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 12 }), (parts) => {
        const end = limitEndIn(parts.join(' '), NOW, BERLIN);
        expect(end === null || (end >= NOW + MINUTE && end <= NOW + 7 * DAY)).toBe(true);
      }),
    );
  });

  it('finds the end in a text of two million characters', () => {
    const text = 'again in 2 hours and '.repeat(100_000);
    expect(limitEndIn(text, NOW, BERLIN)).toBe(NOW + 2 * HOUR);
  });
});

describe('retryAfterTime', () => {
  it.each([
    ['120', NOW + 2 * MINUTE],
    [' 0 ', NOW],
    ['Fri, 16 Jan 2026 15:20:00 GMT', Date.UTC(2026, 0, 16, 15, 20)],
    ['Friday, 16-Jan-26 15:20:00 GMT', Date.UTC(2026, 0, 16, 15, 20)],
  ])('reads "%s"', (header, at) => {
    expect(retryAfterTime(header, NOW)).toBe(at);
  });

  it.each([null, '', '-5', '1.5', '5 minutes', 'tomorrow', 'Fri, 99 Foo 2026 15:20:00 GMT', '16 Jan 2026 15:20'])(
    'reads nothing from "%s"',
    (header) => {
      expect(retryAfterTime(header, NOW)).toBeNull();
    },
  );
});

describe('believedEnd', () => {
  it.each([
    ['an end in the past', NOW - 1, false],
    ['an end in a few seconds', NOW + 20_000, false],
    ['an end in a minute', NOW + MINUTE, true],
    ['an end in seven days', NOW + 7 * DAY, true],
    ['an end in more than seven days', NOW + 7 * DAY + 1, false],
    ['no end', null, false],
    ['an end that is no number', Number.NaN, false],
  ])('of %s is %s: %s', (_, until, isBelieved) => {
    expect(believedEnd(until, NOW)).toBe(isBelieved ? until : null);
  });

  it('currentLimit ignores a limit that has ended, or was set before the clock was set back', () => {
    const limits = { claude: { until: NOW + HOUR, saidAt: NOW, isAwaited: false } };
    expect(currentLimit({ limits }, 'claude', NOW)).toEqual(limits.claude);
    expect(currentLimit({ limits }, 'claude', NOW + HOUR)).toBeNull();
    expect(currentLimit({ limits }, 'claude', NOW - 8 * DAY)).toBeNull();
    expect(currentLimit({ limits }, 'chatgpt', NOW)).toBeNull();
  });
});
