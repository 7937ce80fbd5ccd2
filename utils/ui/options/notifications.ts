import { type NotificationPrefs, notificationPrefsFor } from '@/utils/model/notification';
import type { Options } from '@/utils/model/options';
import { withLoudness } from '@/utils/rules/notifying/gather-notifications';

/** The kinds of changes that can notify, in the order of the columns. */
export const NOTIFICATION_KINDS = ['started', 'recovered', 'updates', 'maintenance'] as const;

/** A preference of all watched assistants; null where they differ. */
export function commonPref<Name extends keyof NotificationPrefs>(
  options: Options,
  name: Name,
): NotificationPrefs[Name] | null {
  const [first, ...others] = options.watched.map((id) => notificationPrefsFor(options, id)[name]);
  return first !== undefined && others.every((other) => other === first) ? first : null;
}

/** Sets preferences of every watched assistant. */
export const withCommonPrefs = (options: Options, over: Partial<NotificationPrefs>): Options =>
  options.watched.reduce((changed, id) => withLoudness(changed, id, over), options);

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Minutes after midnight as the value of `<input type="time">`, which is "22:00" in every language. */
export const timeValue = (minute: number): string => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;

/** Minutes after midnight of the value of `<input type="time">`; null while the field is empty. */
export function minuteOf(value: string): number | null {
  const [hours, minutes] = value.split(':').map(Number);
  return hours === undefined || minutes === undefined ? null : hours * 60 + minutes;
}
