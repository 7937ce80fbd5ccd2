import { describe, expect, it } from 'vitest';
import { NotificationsSection } from '@/components/options/notifications-section';
import { english } from '@/tests/fakes/english';
import { markupOf } from '@/tests/fakes/rendered';
import { HOUR, NOON } from '@/tests/fakes/samples';
import { stagedOptions } from '@/tests/gallery/options-stage';
import { DEFAULT_NOTIFICATION_PREFS } from '@/utils/model/notification';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { EMPTY_STATUS } from '@/utils/model/status';
import { withNotificationPrefs, withQuietHours } from '@/utils/rules/settings/choices';
import { NOTHING_LOADED } from '@/utils/ui/options/state';
import { OptionsContext } from '@/utils/ui/options/store';
import { commonPref, minuteOf, timeValue, withCommonPrefs } from '@/utils/ui/options/watched';

it('the notification settings show what notifies about each watched assistant, and that one of them is snoozed', () => {
  const options = withNotificationPrefs(DEFAULT_OPTIONS, 'claude', { updates: true, from: 'major_outage' });
  const status = { ...EMPTY_STATUS, snoozes: { claude: NOON + HOUR } };
  const store = stagedOptions({ ...NOTHING_LOADED, options, status });
  const markup = markupOf(
    <OptionsContext value={store}>
      <NotificationsSection />
    </OptionsContext>,
    NOON,
  );
  const [all = '', claude = '', chatgpt = ''] = markup.split('<tr data-notification-prefs').slice(1);
  const checked = (text: string) =>
    [...text.matchAll(/<input type="checkbox"[^>]*>/g)].map(([tag]) => tag.includes('checked=""'));
  const chosen = (text: string) => /<option value="(\w+)" selected=""/.exec(text)?.[1];
  expect(checked(claude)).toEqual([true, true, true, true]);
  expect(chosen(claude)).toBe('major_outage');
  expect(claude).toContain(english('popup_snoozed', '13:00'));
  expect(checked(chatgpt)).toEqual([true, true, false, true]);
  expect(chosen(chatgpt)).toBe('degraded');
  expect(chatgpt).not.toContain(english('popup_snooze_end'));
  // Updates and severity differ, so the row of all shows neither.
  expect(checked(all)).toEqual([true, true, false, true]);
  expect(all).toContain(`<option value="" disabled="" selected="">${english('notices_mixed')}</option>`);
});

it('the notification settings name each control by its row and its column', () => {
  const store = stagedOptions(NOTHING_LOADED);
  const markup = markupOf(
    <OptionsContext value={store}>
      <NotificationsSection />
    </OptionsContext>,
    NOON,
  );
  const [table = ''] = markup.split('</table>');
  const labels = [...table.matchAll(/aria-labelledby="(\S+) (\S+)"/g)];
  expect(labels).toHaveLength(15);
  for (const [, row, column] of labels) {
    expect(table).toContain(`id="${row}"`);
    expect(table).toContain(`scope="col" id="${column}"`);
  }
});

describe('the preferences of all assistants', () => {
  const mixed = withNotificationPrefs(DEFAULT_OPTIONS, 'claude', { updates: true, from: 'major_outage' });

  it('are what all have in common', () => {
    expect(commonPref(mixed, 'started')).toBe(true);
    expect(commonPref(mixed, 'updates')).toBeNull();
    expect(commonPref(mixed, 'from')).toBeNull();
    expect(commonPref(DEFAULT_OPTIONS, 'from')).toBe('degraded');
    expect(commonPref({ ...DEFAULT_OPTIONS, watched: [] }, 'started')).toBeNull();
  });

  it('are set for every watched assistant, and leave their other preferences', () => {
    const { loudness } = withCommonPrefs(mixed, { recovered: false });
    expect(loudness).toEqual({
      claude: { ...DEFAULT_NOTIFICATION_PREFS, updates: true, from: 'major_outage', recovered: false },
      chatgpt: { ...DEFAULT_NOTIFICATION_PREFS, recovered: false },
    });
  });
});

it('withQuietHours keeps the hours that are switched off', () => {
  const options = withQuietHours(withQuietHours(DEFAULT_OPTIONS, { from: 1, isOn: true }), { isOn: false });
  expect(options.quietHours).toEqual({ isOn: false, from: 1, until: 420 });
});

it.each([
  [0, '00:00'],
  [425, '07:05'],
  [1439, '23:59'],
])('timeValue writes %i minutes after midnight as %s, and minuteOf reads them', (minute, value) => {
  expect(timeValue(minute)).toBe(value);
  expect(minuteOf(value)).toBe(minute);
});

it('minuteOf reads no time from an emptied field', () => {
  expect(minuteOf('')).toBeNull();
});
