import type { AssistantId } from '@/utils/model/assistant';
import {
  type Awaited,
  type Dismissal,
  lastEpisodeOf,
  MAX_SNOOZE_MS,
  type Reaction,
  type Status,
} from '@/utils/model/status';
import { bannerFor, suspicionId } from './banner';

/** The banner goes until it gets worse; that of a maintenance goes for good. Without either there is nothing to dismiss. */
export function withDismissal(status: Status, id: AssistantId, now: number): Status {
  const decision = bannerFor(id, status, now);
  if (decision.show === 'maintenance') {
    return withEntry(status, id, { episodeId: decision.maintenance.id, level: 'maintenance' });
  }
  if (decision.show === 'suspicion') {
    return withEntry(status, id, { episodeId: suspicionId(decision.suspicion), level: decision.verdict.level });
  }
  const episode = lastEpisodeOf(status, id);
  return episode === undefined ? status : withEntry(status, id, { episodeId: episode.id, level: episode.level });
}

const withEntry = (status: Status, id: AssistantId, dismissal: Dismissal): Status => ({
  ...status,
  dismissals: { ...status.dismissals, [id]: dismissal },
});

/** No notices and no banner until then; null ends it. */
export function withSnooze(status: Status, id: AssistantId, untilMs: number | null, now: number): Status {
  const { [id]: _, ...others } = status.snoozes;
  if (untilMs === null || untilMs <= now) return { ...status, snoozes: others };
  return { ...status, snoozes: { ...others, [id]: Math.min(untilMs, now + MAX_SNOOZE_MS) } };
}

/** "Works for me" dismisses as well; "still broken for me" takes a dismissal back. Null takes the answer back. */
export function withReaction(status: Status, id: AssistantId, says: Reaction['says'] | null, at: number): Status {
  const { [id]: _, ...reactions } = status.reactions;
  const { [id]: __, ...dismissals } = status.dismissals;
  const episode = lastEpisodeOf(status, id);
  const base = { ...status, reactions, dismissals };
  if (says === null || episode === undefined) return base;
  const reacted = {
    ...base,
    reactions: { ...reactions, [id]: { episodeId: episode.id, level: episode.level, says, at } },
  };
  return says === 'works' ? withDismissal(reacted, id, at) : reacted;
}

/** Asks to be told when it is back; null takes the wish back. One that stands keeps its moment. */
export function withAwaited(
  status: Status,
  id: AssistantId,
  awaits: Omit<Awaited, 'since'> | null,
  now: number,
): Status {
  const { [id]: before, ...others } = status.awaited;
  if (awaits === null) return { ...status, awaited: others };
  return { ...status, awaited: { ...others, [id]: { since: before?.since ?? now, ...awaits } } };
}
