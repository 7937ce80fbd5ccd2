import { expect, it } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { HOUR, NOON } from '@/tests/fakes/samples';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { withLoudness, withQuietHours } from '@/utils/rules/notifying/gather-notifications';
import { minuteOf, noticesView, timeValue } from '@/utils/ui/options/notifications';

it('noticesView shows the notification preferences of each watched assistant and its own changes', () => {
  const options = withLoudness(DEFAULT_OPTIONS, 'claude', { updates: true, from: 'major_outage' });
  const [claude, chatgpt] = noticesView(options, { snoozes: { claude: NOON + HOUR } }, englishAt(NOON)).assistants;
  expect(claude?.kinds.filter(({ isOn }) => isOn).map(({ kind }) => kind)).toEqual([
    'started',
    'recovered',
    'updates',
    'maintenance',
  ]);
  expect(claude).toMatchObject({
    from: { chosen: 'major_outage' },
    snoozed: { text: english('popup_snoozed', '13:00') },
  });
  expect(chatgpt).toMatchObject({ from: { chosen: 'degraded' }, snoozed: null });
});

it('withQuietHours keeps the hours when quiet hours are turned off', () => {
  const options = withQuietHours(withQuietHours(DEFAULT_OPTIONS, { from: 1, isOn: true }), { isOn: false });
  expect(options.quietHours).toEqual({ isOn: false, from: 1, until: 420 });
});

it.each([
  [0, '00:00'],
  [425, '07:05'],
  [1439, '23:59'],
])('timeValue and minuteOf convert minute %i to and from %s', (minute, value) => {
  expect(timeValue(minute)).toBe(value);
  expect(minuteOf(value)).toBe(minute);
});

it('minuteOf returns null for an empty field', () => {
  expect(minuteOf('')).toBeNull();
});
