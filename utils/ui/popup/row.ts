import { clockTime, factLine } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import {
  basisWords,
  checkedWords,
  modelsWords,
  onlyPartsWords,
  otherModelsWords,
  reasonWords,
  recoveredHeadline,
  sinceAndLength,
  startOf,
  subjectOf,
  suspicionCount,
} from '@/utils/i18n/verdict-words';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import { isWorse } from '@/utils/model/level';
import type { Incident, Maintenance } from '@/utils/model/report';
import { PLATFORM_NAMES } from '@/utils/model/report';
import { currentPageOf, lastedMsOf, type Reaction, type Status } from '@/utils/model/status';
import { hasNoStatusSource, type Verdict } from '@/utils/model/verdict';
import { failingDependencyOf } from '@/utils/rules/judging/judge';
import { mayHaveMoved } from '@/utils/rules/polling/plan-polls';
import { assistantOf } from '@/utils/ui/page-registry';
import { type Timed, timed } from '@/utils/ui/text';
import { maintenanceWhen, nearMaintenance } from './row-detail';

/** Whether the verdict is shown as the last known one, because the browser is offline. */
export function isPast({ isOnline }: Status, { kind }: Verdict): boolean {
  return !isOnline && kind !== 'unknown';
}

/** Whether there is an outage now, and so advice and a text to pass on. */
export function needsHelp({ isOnline }: Status, { kind }: Verdict): boolean {
  return kind === 'trouble' && isOnline;
}

/** The incident, or else the maintenance, that the row describes. Null when the page reports neither. */
export function leadingPost({ incidents: [incident], maintenances: [maintenance] }: Verdict) {
  return incident ?? maintenance ?? null;
}

/** What else is open on the status page. It is listed but does not decide the verdict. */
export function otherPosts({ incidents, otherIncidents, pageMaintenances }: Verdict): (Incident | Maintenance)[] {
  return [...incidents.slice(1), ...otherIncidents, ...pageMaintenances];
}

/** When the maintenance that the row describes ends. */
function maintenanceEnd({ incidents, maintenances: [maintenance] }: Verdict, speech: Speech): string | null {
  return incidents.length > 0 || maintenance === undefined ? null : maintenanceWhen(maintenance, speech);
}

/** The name of a dependency, with the component that is used unless its own chat has an outage too. */
function dependencyName(id: AssistantId, { dependsOn }: Assistant, status: Status): string {
  const dependency = assistantOf(id);
  if (status.verdicts[id]?.kind === 'trouble') return dependency.name;
  const used = dependsOn.filter(({ assistantId }) => assistantId === id).flatMap(({ partIds }) => partIds);
  const part = currentPageOf(status, dependency)?.features.find((feature) => used.includes(feature.id));
  return part === undefined ? dependency.name : `${dependency.name} (${part.name})`;
}

/** Which dependency has an outage; null where none is known to have one. */
export function dependencyWords(assistant: Assistant, status: Status, { t, now }: Speech): string | null {
  const failing = failingDependencyOf(assistant, status, now);
  if (failing === null) return null;
  const name = dependencyName(failing.assistantId, assistant, status);
  if (failing.level === 'major_outage') return t('upstream_down', name);
  return t(failing.level === 'partial_outage' ? 'upstream_partly_down' : 'upstream_degraded', name);
}

/** The address of a status page that seems to have moved or changed, so that it cannot be read. Null in all other cases. */
export function movedPage(status: Status, verdict: Verdict): string | null {
  const assistant = assistantOf(verdict.assistantId);
  const { failure = null } = status.pages[assistant.id] ?? {};
  const hasNoReading = verdict.kind === 'unknown' || verdict.isStale;
  if (!status.isOnline || !hasNoReading || failure === null || !mayHaveMoved(failure)) return null;
  return currentPageOf(status, assistant)?.address ?? null;
}

/** A reaction that the user can give to an outage, or has given. */
export interface OfferedReaction {
  says: Reaction['says'];
  isGiven: boolean;
}

/** During an outage the user can say "works for me"; after its end, "still broken". Null when there is no outage. */
export function offeredReaction(
  { episodes, recoveries, reactions }: Status,
  id: AssistantId,
  isRecovered: boolean,
): OfferedReaction | null {
  const episode = episodes[id] ?? (isRecovered ? recoveries[id]?.episode : undefined);
  if (episode === undefined) return null;
  const says = isRecovered ? 'broken' : 'works';
  const reaction = reactions[id];
  return { says, isGiven: reaction?.episodeId === episode.id && reaction.says === says };
}

/** What was detected at the address of a page that may have moved; null where nothing was, or that is not the reason. */
function detectedWords({ pages }: Pick<Status, 'pages'>, { assistantId }: Verdict, { t }: Speech): string | null {
  const { failure = null, detected = null } = pages[assistantId] ?? {};
  if (failure === null || detected === null || !mayHaveMoved(failure)) return null;
  return detected.platform === 'feed'
    ? t('reason_detected_feed')
    : t('reason_detected', PLATFORM_NAMES[detected.platform]);
}

/**
 * Why a verdict is unknown or stale. Null where it is neither, and before the first reading, which "Not checked yet."
 * already explains. Summary and rows both use it, so that they give the same reason.
 */
export function reasonOf(status: Pick<Status, 'pages'>, verdict: Verdict, speech: Speech): string | null {
  const reason = verdict.reason ?? (verdict.isStale ? verdict.failure : null);
  if (reason === null || reason === 'not_read_yet') return null;
  return detectedWords(status, verdict, speech) ?? reasonWords({ ...verdict, reason }, speech);
}

/** "Since 14:26 · 47 min · Identified". Null where there is neither an issue nor maintenance with a known start. */
export function factsOf(status: Status, verdict: Verdict, speech: Speech): Timed | null {
  const { t, now } = speech;
  const isKnownMaintenance = verdict.kind === 'maintenance' && verdict.since !== null;
  if (verdict.kind !== 'trouble' && !isKnownMaintenance) return null;
  // Maintenance ends no episode: an outage before it is still remembered.
  const episode = verdict.kind === 'trouble' ? status.episodes[verdict.assistantId] : undefined;
  const start = startOf(verdict, episode ?? null, now);
  const since = sinceAndLength(start, speech);
  const phase = verdict.incidents[0]?.phase;
  return timed(factLine([since, phase === undefined ? null : t(`popup_phase_${phase}`)], speech), start.at, speech);
}

/**
 * The issue that the head of the page describes in full, so that its row need not repeat it: the only outage, or else the
 * first possible issue. Null for several outages, and offline.
 */
export function describedIssue({ isOnline }: Status, verdicts: readonly Verdict[]): Verdict | null {
  if (!isOnline) return null;
  const failing = verdicts.filter(({ kind }) => kind === 'trouble');
  if (failing.length > 1) return null;
  return failing[0] ?? verdicts.find(({ kind }) => kind === 'suspected') ?? null;
}

/** The worst outage, of equal ones the first. Its row shows the provider's post without a click. */
export function worstIssue(verdicts: readonly Verdict[]): Verdict | null {
  const failing = verdicts.filter(({ kind }) => kind === 'trouble');
  return failing.reduce<Verdict | null>(
    (worst, one) => (worst === null || isWorse(one.level, worst.level) ? one : worst),
    null,
  );
}

/** The last known level of an outage whose status page can no longer be read; null in all other cases. */
function lastKnownOf(status: Status, verdict: Verdict, { t }: Speech): string | null {
  const episode = status.episodes[verdict.assistantId];
  if (episode === undefined || verdict.kind !== 'unknown') return null;
  return t('last_known', t(`level_${episode.level}`));
}

/** How long the end of an outage is shown. */
const RECOVERY_SHOWN_FOR_MS = 60 * 60_000;

/** "Claude is back, after 1 h 12 min." Null when it is no longer news, and offline. */
export function recoveredOf(status: Status, verdict: Verdict, speech: Speech): string | null {
  const recovery = status.recoveries[verdict.assistantId];
  if (recovery === undefined || verdict.kind !== 'up' || !status.isOnline) return null;
  if (!recovery.episode.isTold || speech.now - recovery.episode.lastReadAt > RECOVERY_SHOWN_FOR_MS) return null;
  const { name } = assistantOf(verdict.assistantId);
  return recoveredHeadline(subjectOf(name, recovery.episode.onlyParts, speech), lastedMsOf(recovery), speech);
}

/** When the page was last read. "Up to date" only without a reason why it is not. */
export function checkedOf(status: Status, verdict: Verdict, speech: Speech): Timed {
  const { checkedAt } = verdict;
  const isOld = checkedAt !== null && reasonOf(status, verdict, speech) !== null;
  const text = isOld ? speech.t('popup_last_read', clockTime(checkedAt, speech)) : checkedWords(verdict, speech);
  return timed(text, checkedAt, speech);
}

/** Whether the row shows when it was checked although it is closed. Otherwise the head of the page shows it for all. */
export function showsChecked(verdict: Verdict): boolean {
  return (verdict.kind === 'unknown' && !hasNoStatusSource(verdict)) || verdict.isStale;
}

export interface RowView {
  isOpen: boolean;
  /** Whether the reason is shown elsewhere: above all rows, or with a request for access. */
  isReasonShown: boolean;
  /** Whether the head of the page describes this issue. */
  isDescribed: boolean;
}

/** What the row says about the verdict, one sentence each, in the order in which they are shown. */
export function rowSentences(
  status: Status,
  verdict: Verdict,
  { isOpen, isReasonShown, isDescribed }: RowView,
  speech: Speech,
): string[] {
  const assistant = assistantOf(verdict.assistantId);
  const { suspicion } = verdict;
  // Offline, only what was known before is shown, not what follows from it.
  const isCurrent = !isPast(status, verdict);
  const isDetailed = isCurrent && !isDescribed;
  const isHelpful = needsHelp(status, verdict) && !isDescribed;
  const reason = isReasonShown ? null : reasonOf(status, verdict, speech);
  const count = suspicion === null || isDescribed ? null : suspicionCount(suspicion, speech);
  const sentences = [
    recoveredOf(status, verdict, speech),
    isDetailed ? onlyPartsWords(verdict, speech) : null,
    isCurrent ? basisWords(verdict, speech) : null,
    isCurrent ? dependencyWords(assistant, status, speech) : null,
    isCurrent ? maintenanceEnd(verdict, speech) : null,
    isHelpful ? modelsWords(assistant.name, verdict, speech) : null,
    isCurrent ? otherModelsWords(verdict, speech) : null,
    suspicion === null ? reason : count,
    lastKnownOf(status, verdict, speech),
    isOpen ? null : nearMaintenance(verdict, speech),
  ];
  return sentences.filter((sentence) => sentence !== null);
}
