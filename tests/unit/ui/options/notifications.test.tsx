import { expect, it } from 'vitest';
import { NotificationsSection } from '@/components/options/notifications-section';
import { english } from '@/tests/fakes/english';
import { markupOf } from '@/tests/fakes/rendered';
import { HOUR, NOON } from '@/tests/fakes/samples';
import { stagedOptions } from '@/tests/gallery/options-stage';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { EMPTY_STATUS } from '@/utils/model/status';
import { withLoudness, withQuietHours } from '@/utils/rules/notifying/gather-notifications';
import { minuteOf, timeValue } from '@/utils/ui/options/notifications';
import { NOTHING_LOADED } from '@/utils/ui/options/state';
import { OptionsContext } from '@/utils/ui/options/store';

it('shows what notifies about each watched assistant, and that one of them is snoozed', () => {
  const options = withLoudness(DEFAULT_OPTIONS, 'claude', { updates: true, from: 'major_outage' });
  const status = { ...EMPTY_STATUS, snoozes: { claude: NOON + HOUR } };
  const store = stagedOptions({ ...NOTHING_LOADED, options, status });
  const markup = markupOf(
    <OptionsContext value={store}>
      <NotificationsSection />
    </OptionsContext>,
    NOON,
  );
  const [claude = '', chatgpt = ''] = markup.split('<fieldset').slice(1);
  const checked = (text: string) => [...text.matchAll(/<input type="checkbox"( checked="")?/g)].map(([, on]) => !!on);
  const chosen = (text: string) => /<option value="(\w+)" selected=""/.exec(text)?.[1];
  expect(checked(claude)).toEqual([true, true, true, true]);
  expect(chosen(claude)).toBe('major_outage');
  expect(claude).toContain(english('popup_snoozed', '13:00'));
  expect(checked(chatgpt)).toEqual([true, true, false, true]);
  expect(chosen(chatgpt)).toBe('degraded');
  expect(chatgpt).not.toContain(english('popup_snooze_end'));
});

it('keeps quiet hours that are switched off', () => {
  const options = withQuietHours(withQuietHours(DEFAULT_OPTIONS, { from: 1, isOn: true }), { isOn: false });
  expect(options.quietHours).toEqual({ isOn: false, from: 1, until: 420 });
});

it.each([
  [0, '00:00'],
  [425, '07:05'],
  [1439, '23:59'],
])('%i minutes after midnight are %s', (minute, value) => {
  expect(timeValue(minute)).toBe(value);
  expect(minuteOf(value)).toBe(minute);
});

it('reads no time from an emptied field', () => {
  expect(minuteOf('')).toBeNull();
});
