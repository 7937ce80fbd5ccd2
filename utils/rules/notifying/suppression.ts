import type { AssistantId } from '@/utils/model/assistant';
import { isWorse, type Level } from '@/utils/model/level';
import type { Options } from '@/utils/model/options';
import { isSnoozed, lastEpisodeOf, type Status } from '@/utils/model/status';

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
