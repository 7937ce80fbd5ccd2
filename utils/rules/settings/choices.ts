import type { AssistantId } from '@/utils/model/assistant';
import { type NotificationPrefs, notificationPrefsFor, type QuietHours } from '@/utils/model/notification';
import type { Options } from '@/utils/model/options';
import { moveBy, withMember } from '@/utils/rules/fallbacks/plan';

// What the user chooses to watch, to count and to be notified about.

/** Adds an assistant at the end, or removes it. One that is already watched keeps its place. */
export function withWatched(options: Options, id: AssistantId, isOn: boolean): Options {
  if (isOn && options.watched.includes(id)) return options;
  return { ...options, watched: withMember(options.watched, id, isOn) };
}

export function withWatchedMove(options: Options, id: AssistantId, by: number): Options {
  return { ...options, watched: moveBy(options.watched, id, by) };
}

/** Selects or deselects a part of a status page. */
export function withCounted(options: Options, id: AssistantId, partId: string, counts: boolean): Options {
  return { ...options, parts: { ...options.parts, [id]: withMember(options.parts[id] ?? [], partId, counts) } };
}

/** Adds or removes a family of models that the user uses. With none, all count. */
export function withModel(options: Options, id: AssistantId, family: string, isUsed: boolean): Options {
  return { ...options, models: { ...options.models, [id]: withMember(options.models[id] ?? [], family, isUsed) } };
}

/** Maximum number of ticked components per page. */
export const MAX_TICKED = 50;

/**
 * Ticks a component of a page on which the chat is not known, or takes the tick back. Only what the page lists can be
 * ticked; a tick that it no longer lists can still be taken back.
 */
export function withTicked(
  options: Options,
  id: AssistantId,
  partId: string,
  isTicked: boolean,
  listed: readonly string[],
): Options {
  const isFull = (options.parts[id] ?? []).length >= MAX_TICKED;
  return isTicked && (isFull || !listed.includes(partId)) ? options : withCounted(options, id, partId, isTicked);
}

export function withNotificationPrefs(options: Options, id: AssistantId, over: Partial<NotificationPrefs>): Options {
  return { ...options, loudness: { ...options.loudness, [id]: { ...notificationPrefsFor(options, id), ...over } } };
}

export function withQuietHours(options: Options, over: Partial<QuietHours>): Options {
  return { ...options, quietHours: { ...options.quietHours, ...over } };
}
