import { chatPatterns, statusHosts, statusPatterns } from '@/utils/assistants/patterns';
import type { Speech } from '@/utils/i18n/speech';
import { type Grants, isGranted } from '@/utils/model/address';
import {
  type Assistant,
  type AssistantId,
  type AssistantPart,
  hasClosedPage,
  isCoreKnown,
  statusPageOf,
} from '@/utils/model/assistant';
import { type NotificationPrefs, notificationPrefsFor } from '@/utils/model/notification';
import type { Options } from '@/utils/model/options';
import type { PageMemory } from '@/utils/model/status-page';
import { withNotificationPrefs } from '@/utils/rules/settings/choices';
import { allAssistants, assistantOf } from '@/utils/ui/page-registry';

/** In the order of the user. */
export const watchedAssistants = ({ watched }: Pick<Options, 'watched'>): Assistant[] => watched.map(assistantOf);

/** In the order of the registry. */
export const unwatchedAssistants = ({ watched }: Pick<Options, 'watched'>): Assistant[] =>
  allAssistants().filter(({ id }) => !watched.includes(id));

/**
 * The components that decide the verdict only if the user includes them, by their current names on the page. Where no
 * core component is known, these are all that the page lists, and those that are ticked decide alone. Ticked ones that
 * the page no longer lists come last, so that they can be unticked.
 */
export function optionalParts(
  assistant: Assistant,
  memory: PageMemory | undefined,
  ticked: readonly string[],
  { t }: Pick<Speech, 't'>,
): AssistantPart[] {
  const page = statusPageOf(assistant, memory?.address);
  if (page === null) return [];
  if (!isCoreKnown(page)) {
    const listed = memory?.report?.components.map(({ id, name }) => ({ id, name })) ?? [];
    const gone = memory?.report == null ? [] : ticked.filter((id) => !listed.some((part) => part.id === id));
    return [...listed, ...gone.map((id) => ({ id, name: t('popup_counted_gone') }))];
  }
  return page.features.map((part) => ({
    ...part,
    name: memory?.report?.components.find(({ id }) => id === part.id)?.name ?? part.name,
  }));
}

/** The hosts of the status page that cannot be read without a permission that is missing; null where none is. */
export function unreadableHosts(assistant: Assistant, grants: Grants | null): string[] | null {
  if (grants === null || !hasClosedPage(assistant)) return null;
  if (statusPatterns(assistant).every((pattern) => isGranted(grants, pattern))) return null;
  return statusHosts(assistant);
}

/** Of these assistants, those that are no longer watched and still exist. */
export const switchedOff = (ids: readonly AssistantId[], options: Pick<Options, 'watched'>): Assistant[] =>
  unwatchedAssistants(options).filter(({ id }) => ids.includes(id));

/**
 * Whether the site of no watched chat is granted, without which drafts cannot be saved and requests cannot be seen. False
 * while the grants are not known, so that no note appears and goes again.
 */
export function lacksChatSite(options: Pick<Options, 'watched'>, grants: Grants | null): boolean {
  if (grants === null) return false;
  return !watchedAssistants(options)
    .flatMap(chatPatterns)
    .some((pattern) => isGranted(grants, pattern));
}

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
  options.watched.reduce((changed, id) => withNotificationPrefs(changed, id, over), options);

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Minutes after midnight as the value of `<input type="time">`, which is "22:00" in every language. */
export const timeValue = (minute: number): string => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;

/** Minutes after midnight of the value of `<input type="time">`; null while the field is empty. */
export function minuteOf(value: string): number | null {
  const [hours, minutes] = value.split(':').map(Number);
  return hours === undefined || minutes === undefined ? null : hours * 60 + minutes;
}
