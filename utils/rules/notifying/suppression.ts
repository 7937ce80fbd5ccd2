import type { AssistantId } from '@/utils/model/assistant';
import { isWorse, type Level } from '@/utils/model/level';
import type { Options } from '@/utils/model/options';
import {
  type Awaited,
  isSnoozed,
  lastEpisodeOf,
  MAX_SNOOZE_MS,
  type Reaction,
  type Status,
  withEntries,
} from '@/utils/model/status';
import { bannerFor, suspicionId } from './surfaces';

/**
 * Why an assistant's outage is hidden on every surface; null if it is shown. Filters of notifications alone (severity,
 * quiet hours) are not among these: banner, icon, popup and recovery must not depend on them.
 */
export type SuppressionReason = 'not_watched' | 'snoozed' | 'works_for_me' | null;

/**
 * "Works for me" suppresses notifications until the level rises above what it was; after that, escalation and recovery
 * notify.
 */
function worksForThem(status: Status, id: AssistantId, level: Level): boolean {
  const reaction = status.reactions[id];
  const episode = lastEpisodeOf(status, id);
  if (reaction?.says !== 'works' || reaction.episodeId !== episode?.id) return false;
  const hasEscalated = episode.toldLevel !== null && isWorse(episode.toldLevel, reaction.level);
  return !hasEscalated && !isWorse(level, reaction.level);
}

/** `level` is that of the reading to be judged. */
export function suppressionOf(
  status: Status,
  options: Options,
  id: AssistantId,
  level: Level,
  now: number,
): SuppressionReason {
  if (!options.watched.includes(id)) return 'not_watched';
  if (isSnoozed(status, id, now)) return 'snoozed';
  return worksForThem(status, id, level) ? 'works_for_me' : null;
}

/** Dismisses the banner until the outage gets worse; for maintenance, until it ends. No effect if there is neither. */
export function withDismissal(status: Status, id: AssistantId, now: number): Status {
  const decision = bannerFor(id, status, now);
  if (decision.show === 'maintenance') {
    return withEntries(status, id, { dismissals: { episodeId: decision.maintenance.id, level: 'maintenance' } });
  }
  if (decision.show === 'suspicion') {
    const dismissal = { episodeId: suspicionId(decision.suspicion), level: decision.verdict.level };
    return withEntries(status, id, { dismissals: dismissal });
  }
  const episode = lastEpisodeOf(status, id);
  if (episode === undefined) return status;
  return withEntries(status, id, { dismissals: { episodeId: episode.id, level: episode.level } });
}

/** Suppresses notifications and banner until this time; null ends the snooze. */
export function withSnooze(status: Status, id: AssistantId, untilMs: number | null, now: number): Status {
  const until = untilMs === null || untilMs <= now ? null : Math.min(untilMs, now + MAX_SNOOZE_MS);
  return withEntries(status, id, { snoozes: until });
}

/**
 * "Works for me" also dismisses the banner; "still broken for me" withdraws a dismissal. Null withdraws the reaction.
 */
export function withReaction(status: Status, id: AssistantId, says: Reaction['says'] | null, at: number): Status {
  const episode = lastEpisodeOf(status, id);
  const reaction = says && episode && { episodeId: episode.id, level: episode.level, says, at };
  const reacted = withEntries(status, id, { reactions: reaction, dismissals: null });
  return reaction?.says === 'works' ? withDismissal(reacted, id, at) : reacted;
}

/** Requests a notification on recovery; null cancels it. A pending request keeps its time. */
export function withAwaited(
  status: Status,
  id: AssistantId,
  awaits: Omit<Awaited, 'since'> | null,
  now: number,
): Status {
  const before = status.awaited[id];
  return withEntries(status, id, { awaited: awaits && { ...before, since: before?.since ?? now, ...awaits } });
}
