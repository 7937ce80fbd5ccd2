import type { AssistantId } from '@/utils/model/assistant';
import type { Episode } from '@/utils/model/episode';
import { pageSuspicionOf, type Suspicion } from '@/utils/model/evidence';
import { isWorse, worstOf } from '@/utils/model/level';
import type { Options } from '@/utils/model/options';
import type { Maintenance } from '@/utils/model/report';
import {
  isSnoozed,
  lastEpisodeOf,
  MAX_SNOOZE_MS,
  type Reaction,
  type Recovery,
  type Status,
  withEntries,
} from '@/utils/model/status';
import { hasNoStatusSource, mostSevere, type Sign, signOf, type Verdict } from '@/utils/model/verdict';
import { outageOf } from '@/utils/rules/judging/episodes';

export interface BadgeView {
  sign: Sign;
  /** Number of watched assistants with an outage that are not snoozed. */
  troubleCount: number;
  /** Verdicts of the watched assistants, in the user's order. */
  verdicts: Verdict[];
  /** When the oldest of their readings was made; null if there is none. */
  checkedAt: number | null;
}

const signOfMaybe = (verdict: Verdict | undefined): Sign => (verdict === undefined ? 'unknown' : signOf(verdict));

/** The toolbar state for all watched assistants. An offline browser shows `offline`. */
export function badgeFor(status: Status, watched: readonly AssistantId[], now: number): BadgeView {
  const verdicts = watched.flatMap((id) => status.verdicts[id] ?? []);
  // Ignore assistants without a status source, or the icon would always be 'unknown'.
  const judged = watched
    .map((id) => status.verdicts[id])
    .filter((verdict) => verdict === undefined || !hasNoStatusSource(verdict));
  const times = verdicts.flatMap((verdict) => (hasNoStatusSource(verdict) ? [] : (verdict.checkedAt ?? [])));
  return {
    // An assistant without a verdict is unknown: the others alone must not make the icon green.
    sign: status.isOnline ? mostSevere(judged.map(signOfMaybe)) : 'offline',
    troubleCount: verdicts.filter(
      (verdict) => verdict.kind === 'trouble' && !isSnoozed(status, verdict.assistantId, now),
    ).length,
    verdicts,
    checkedAt: times.length === 0 ? null : Math.min(...times),
  };
}

/**
 * Verdicts that are unknown because a sign-in page answers for all of them while no page can be read. One page may have
 * become private; several at once indicate a captive portal, which is shown once. Empty otherwise.
 */
export function behindSignIn(verdicts: readonly Verdict[]): Verdict[] {
  const isNoneRead = verdicts.every(
    (one) => hasNoStatusSource(one) || (one.kind === 'unknown' && one.failure !== null),
  );
  const behind = verdicts.filter(({ reason }) => reason === 'sign_in');
  return isNoneRead && behind.length > 1 ? behind : [];
}

const SOON_MS = 30 * 60_000;
const HOUR = 60 * 60_000;

/** The id that a dismissal of the suspicion refers to. */
function suspicionId(suspicion: Suspicion): string {
  switch (suspicion.source) {
    case 'page':
      return ['suspicion-page', suspicion.incidentId, ...suspicion.parts].filter((part) => part !== null).join('-');
    // The start moves with the answers that are remembered; a dismissal lasts at most an hour.
    case 'slow':
      return `suspicion-slow-${Math.floor(suspicion.since / HOUR)}`;
    case 'evidence':
      return `suspicion-${suspicion.what}-${suspicion.since}`;
  }
}

/** How long after the recovery a tab that was in the background still announces it. */
const RECOVERY_SHOWN_FOR_MS = 10 * 60_000;

export type BannerDecision =
  | { show: 'nothing' }
  | { show: 'trouble'; verdict: Verdict; episode: Episode }
  | { show: 'suspicion'; verdict: Verdict; suspicion: Suspicion }
  /** In progress, or about to start. */
  | { show: 'maintenance'; verdict: Verdict; maintenance: Maintenance }
  | { show: 'recovery'; verdict: Verdict; recovery: Recovery };

/** A maintenance that starts so soon that a user in the middle of a chat should know. */
const soonOf = (verdict: Verdict, now: number): Maintenance | undefined =>
  verdict.ahead.find(({ startsAt }) => startsAt !== null && startsAt > now && startsAt - now < SOON_MS);

/** A dismissal covers this episode at this level: the banner returns only when it gets worse. */
function isDismissed(status: Status, id: AssistantId, episode: Episode): boolean {
  const dismissal = status.dismissals[id];
  return dismissal?.episodeId === episode.id && !isWorse(episode.level, dismissal.level);
}

/** The banner on an assistant's own site. An outage that was not announced yet shows none. */
export function bannerFor(id: AssistantId, status: Status, now: number): BannerDecision {
  const verdict = status.verdicts[id];
  const episode = status.episodes[id];
  if (verdict === undefined) return { show: 'nothing' };
  if (isSnoozed(status, id, now)) return { show: 'nothing' };
  // An incident without an update for days keeps its level but shows no banner.
  if (verdict.silentSince !== null && (verdict.suspicion === null || verdict.suspicion.source === 'page'))
    return { show: 'nothing' };
  if (episode?.isTold && verdict.kind !== 'up' && pageSuspicionOf(verdict.suspicion) === null) {
    return isDismissed(status, id, episode) ? { show: 'nothing' } : { show: 'trouble', verdict, episode };
  }
  if (verdict.suspicion !== null && status.dismissals[id]?.episodeId !== suspicionId(verdict.suspicion)) {
    return { show: 'suspicion', verdict, suspicion: verdict.suspicion };
  }
  const maintenance = verdict.maintenances[0] ?? soonOf(verdict, now);
  if (maintenance !== undefined && episode?.isTold !== true && verdict.kind !== 'trouble') {
    const isGone = status.dismissals[id]?.episodeId === maintenance.id || verdict.kind === 'unknown';
    return isGone ? { show: 'nothing' } : { show: 'maintenance', verdict, maintenance };
  }
  const recovery = status.recoveries[id];
  // Measured from the reading that showed it over: the end itself may be long past when a device wakes up.
  const isRecent = recovery?.episode.isTold && Math.abs(now - recovery.episode.lastReadAt) < RECOVERY_SHOWN_FOR_MS;
  // Do not announce recovery to a user who reported 'still broken'.
  const isDenied = status.reactions[id]?.says === 'broken' && status.reactions[id]?.episodeId === recovery?.episode.id;
  if (!recovery || !isRecent || isDenied || verdict.kind !== 'up' || isDismissed(status, id, recovery.episode))
    return { show: 'nothing' };
  return { show: 'recovery', verdict, recovery };
}

/**
 * Why an assistant's outage does not notify; null if it does. Severity and quiet hours are not among these: they filter
 * notifications alone.
 */
export type SuppressionReason = 'not_watched' | 'snoozed' | 'works_for_me' | null;

/**
 * "Works for me" suppresses notifications of this outage until the level rises above what it was; after that, escalation and
 * recovery notify.
 */
function worksForThem(status: Status, verdict: Verdict): boolean {
  const reaction = status.reactions[verdict.assistantId];
  const episode = outageOf(status, verdict);
  if (episode === undefined || reaction?.says !== 'works' || reaction.episodeId !== episode.id) return false;
  const hasEscalated = episode.toldLevel !== null && isWorse(episode.toldLevel, reaction.level);
  return !hasEscalated && !isWorse(verdict.level, reaction.level);
}

/** `verdict` is that of the reading to be judged. */
export function suppressionOf(status: Status, options: Options, verdict: Verdict, now: number): SuppressionReason {
  const { assistantId: id } = verdict;
  if (!options.watched.includes(id)) return 'not_watched';
  if (isSnoozed(status, id, now)) return 'snoozed';
  return worksForThem(status, verdict) ? 'works_for_me' : null;
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
 * The status after the clock was set back since the last round: each snooze lasts as long as it had left then, and not until
 * the clock has caught up. One that did not count by this clock is dropped, or it would count later.
 */
export function withSnoozesSetBack(status: Status, now: number): Status {
  const { tickedAt, snoozes } = status;
  if (tickedAt === null || tickedAt <= now) return status;
  const held = (Object.entries(snoozes) as [AssistantId, number][]).filter(([, until]) => until <= now + MAX_SNOOZE_MS);
  const moved = held.map(([id, until]) => [id, until > tickedAt ? until - (tickedAt - now) : until]);
  return { ...status, snoozes: Object.fromEntries(moved) };
}

/**
 * "Works for me" also dismisses the banner; "still broken for me" withdraws a dismissal. Null withdraws the reaction.
 */
export function withReaction(status: Status, id: AssistantId, says: Reaction['says'] | null, at: number): Status {
  const episode = lastEpisodeOf(status, id);
  // An outage may have eased since it was announced: what was announced then is no news later.
  const level = episode && worstOf([episode.level, episode.toldLevel ?? episode.level]);
  const reaction = says && episode && level && { episodeId: episode.id, level, says, at };
  const reacted = withEntries(status, id, { reactions: reaction, dismissals: null });
  return reaction?.says === 'works' ? withDismissal(reacted, id, at) : reacted;
}
