import type { AssistantId } from '@/utils/model/assistant';
import type { Episode } from '@/utils/model/episode';
import type { Suspicion } from '@/utils/model/evidence';
import { isWorse } from '@/utils/model/level';
import type { Maintenance } from '@/utils/model/report';
import { isSnoozed, type Recovery, type Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';

const SOON_MS = 30 * 60_000;

/** What a dismissal of it hangs on. */
export const suspicionId = (suspicion: Suspicion): string =>
  suspicion.source === 'page'
    ? `suspicion-page-${suspicion.incidentId}`
    : `suspicion-${suspicion.what}-${suspicion.since}`;

/** How long after the end a tab that was away still says that it is over. */
const RECOVERY_SHOWN_FOR_MS = 10 * 60_000;

export type BannerDecision =
  | { show: 'nothing' }
  | { show: 'trouble'; verdict: Verdict; episode: Episode }
  | { show: 'suspicion'; verdict: Verdict; suspicion: Suspicion }
  /** Under way, or about to begin. */
  | { show: 'maintenance'; verdict: Verdict; maintenance: Maintenance }
  | { show: 'recovery'; verdict: Verdict; episode: Episode; recovery: Recovery };

/** The one that begins so soon that somebody in the middle of a chat should know. */
const soonOf = (verdict: Verdict, now: number): Maintenance | undefined =>
  verdict.ahead.find(({ startsAt }) => startsAt !== null && startsAt > now && startsAt - now < SOON_MS);

/** Dismissed means this trouble at this level: it comes back only when it gets worse. */
function isDismissed(status: Status, id: AssistantId, episode: Episode): boolean {
  const dismissal = status.dismissals[id];
  return dismissal?.episodeId === episode.id && !isWorse(episode.level, dismissal.level);
}

/** What the banner on an assistant's own site says now. Trouble that nobody was told of yet shows none. */
export function bannerFor(id: AssistantId, status: Status, now: number): BannerDecision {
  const verdict = status.verdicts[id];
  const episode = status.episodes[id];
  if (verdict === undefined) return { show: 'nothing' };
  if (isSnoozed(status, id, now)) return { show: 'nothing' };
  // Nobody has updated the incident for days: it keeps its level and stops interrupting.
  if (verdict.silentSince !== null && verdict.suspicion?.source !== 'evidence') return { show: 'nothing' };
  if (episode?.isTold && verdict.kind !== 'up' && verdict.suspicion?.source !== 'page') {
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
  // By the reading that showed it over: the end itself may be long past when a browser wakes up.
  const isRecent = recovery?.episode.isTold && Math.abs(now - recovery.episode.lastReadAt) < RECOVERY_SHOWN_FOR_MS;
  // Who says that it is still broken for them does not want to read that it is back.
  const isDenied = status.reactions[id]?.says === 'broken' && status.reactions[id]?.episodeId === recovery?.episode.id;
  if (!recovery || !isRecent || isDenied || verdict.kind !== 'up' || isDismissed(status, id, recovery.episode))
    return { show: 'nothing' };
  return { show: 'recovery', verdict, episode: recovery.episode, recovery };
}
