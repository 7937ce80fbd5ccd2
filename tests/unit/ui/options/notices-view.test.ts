import { expect, it } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { HOUR, NOON } from '@/tests/fakes/samples';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { withLoudness, withQuietHours } from '@/utils/rules/notifying/gather-notifications';
import { minuteOf, noticesView, timeValue } from '@/utils/ui/options/notifications';

it('says of each watched assistant what interrupts, and what was changed of one alone', () => {
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

it('keeps quiet hours that are switched off', () => {
  const options = withQuietHours(withQuietHours(DEFAULT_OPTIONS, { from: 1, isOn: true }), { isOn: false });
  expect(options.quietHours).toEqual({ isOn: false, from: 1, until: 420 });
});

it.each([
  [0, '00:00'],
  [425, '07:05'],
  [1439, '23:59'],
])('%i minutes are %s', (minute, value) => {
  expect(timeValue(minute)).toBe(value);
  expect(minuteOf(value)).toBe(minute);
});

it('an emptied field is no time', () => {
  expect(minuteOf('')).toBeNull();
});
