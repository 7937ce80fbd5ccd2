import { assistantOf } from '@/utils/assistants/lookups';
import { type AssistantId, coreIdsOf } from '@/utils/model/assistant';
import type { Change, MaintenanceChange } from '@/utils/model/change';
import { type HistorySummary, NO_HISTORY_SUMMARY } from '@/utils/model/history';
import { type Decision, isQuiet, type RecoveryNotice } from '@/utils/model/notification';
import type { Options } from '@/utils/model/options';
import { currentPageOf, type Recovery, type Status, withEntries } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { updateLocalSignal } from '@/utils/rules/evidence/local-signal';
import { freshEvidence } from '@/utils/rules/evidence/requests';
import { learnFromPage, learnFromReading, learnFromRecovery } from '@/utils/rules/history/past';
import { detectChanges } from '@/utils/rules/judging/detect-changes';
import { detectMaintenance } from '@/utils/rules/judging/detect-maintenance';
import { unlessForgotten } from '@/utils/rules/judging/episodes';
import { announcedMaintenances, judge } from '@/utils/rules/judging/judge';
import { trimReport } from '@/utils/rules/judging/reading';
import {
  backNotice,
  decideMaintenanceNotices,
  decideNotifications,
  firstSignDecision,
} from '@/utils/rules/notifying/decide-notifications';
import { morningNotices, tellsBeginnings } from '@/utils/rules/notifying/gather-notifications';
import { resolveRecoveryAlert } from '@/utils/rules/notifying/recovery';
import { type SuppressionReason, suppressionOf } from '@/utils/rules/notifying/suppression';
import { withoutUnwatched } from '@/utils/rules/settings/own-pages';
import { calmIntervalOf } from './poll-floors';
import type { EvaluationContext } from './state';

/** What is known of the past after a verdict: from the page's list, from what ended, and from this reading. */
export function updateHistorySummary(
  status: Status,
  verdict: Verdict,
  ended: Recovery | null,
  { now, dayStart }: EvaluationContext,
): HistorySummary {
  const id = verdict.assistantId;
  const report = status.pages[id]?.report ?? null;
  const title = ended === null ? null : (status.verdicts[id]?.incidents[0]?.title ?? null);
  let past = status.past[id] ?? NO_HISTORY_SUMMARY;
  if (report !== null) past = learnFromPage(past, id, report, coreIdsOf(currentPageOf(status, assistantOf(id))), now);
  if (ended !== null) past = learnFromRecovery(past, id, ended, title, now);
  return learnFromReading(past, verdict, dayStart);
}

/** Once learnt from, a long list of what is past need not be stored again with each round. */
export function withTrimmedReport({ pages }: Status, id: AssistantId, now: number): Status['pages'] {
  const memory = pages[id];
  if (memory?.report == null) return pages;
  return { ...pages, [id]: { ...memory, report: trimReport(memory.report, now) } };
}

/** What one assistant's judging changes, and what of it may be worth telling. */
export interface Digested {
  status: Status;
  mute: SuppressionReason;
  changes: Change[];
  back: RecoveryNotice | null;
  maintenanceChanges: MaintenanceChange[];
  /** Decisions that no change stands for. */
  decisions: Decision[];
}

/** Whoever is not watched has a page that may be read, but no trouble that anything would be told of. */
export function withoutTrouble(status: Status, id: AssistantId): Status {
  return withEntries(status, id, { episodes: null, recoveries: null, sensed: null, maintenances: null, awaited: null });
}

/** Judges one assistant from what was read and met. */
export function evaluateAssistant(
  status: Status,
  id: AssistantId,
  options: Options,
  moment: EvaluationContext,
): Digested {
  const { now } = moment;
  const assistant = assistantOf(id);
  const report = status.pages[id]?.report ?? null;
  const evidence = options.watched.includes(id) ? (moment.evidence[id] ?? []) : [];
  const judged = judge({
    assistant,
    memory: status.pages[id],
    parts: options.parts[id] ?? [],
    evidence: freshEvidence(status, id, evidence, now),
    now,
    intervalMs: calmIntervalOf(assistant),
  });
  const { verdict, sensed, change: hint } = updateLocalSignal(status.sensed[id] ?? null, judged, now);
  const mute = suppressionOf(status, options, id, verdict.level, now);
  const before = {
    episode: unlessForgotten(status.episodes[id] ?? null, verdict, now),
    recovery: status.recoveries[id] ?? null,
    sensed,
    isMuted: mute !== null,
  };
  const step = detectChanges(before, verdict, report?.incidents ?? []);
  const maintenance = detectMaintenance({
    verdict,
    listed:
      report === null
        ? []
        : announcedMaintenances(report, assistant, currentPageOf(status, assistant), options.parts[id] ?? []),
    remembered: status.maintenances[id] ?? [],
    now,
    noticeHours: options.maintenanceNoticeHours,
  });
  const answer = resolveRecoveryAlert(status.awaited[id], step.change, {
    verdict,
    recovery: step.ended ?? status.recoveries[id] ?? null,
    evidence,
    now,
  });
  // One that was over before, and nobody was told of again, still belongs to what was told then.
  const isKept = step.ended?.episode.isTold || (step.ended?.episode.reopened ?? 0) > 0;
  const recovery = isKept ? step.ended : undefined;
  const hasRelapsed =
    (step.episode?.reopened ?? 0) > (before.episode?.reopened ?? before.recovery?.episode.reopened ?? 0);
  return {
    mute,
    changes: [hint, answer.change].filter((change) => change !== null),
    back: answer.back,
    maintenanceChanges: maintenance.changes,
    decisions: [...answer.decisions, ...firstSignDecision(verdict, step, mute)],
    status: withEntries({ ...status, pages: withTrimmedReport(status, id, now) }, id, {
      verdicts: verdict,
      episodes: step.episode,
      // A trouble that goes on ends the telling of how the last one ended.
      recoveries: step.episode === null ? (recovery ?? status.recoveries[id]) : null,
      // What the page tells of is no longer a matter of one's own requests.
      sensed: step.episode === null ? sensed : null,
      // What was dismissed was over; that it is back is news.
      dismissals: hasRelapsed ? null : status.dismissals[id],
      awaited: answer.awaited,
      maintenances: maintenance.remembered,
      past: updateHistorySummary(status, verdict, step.ended, moment),
    }),
  };
}

const MAX_DECISIONS = 50;
/** More than a night brings. */
const MAX_HELD = 50;

const asHeld = (decision: Decision): Decision =>
  decision.isTold ? { ...decision, isTold: false, reason: 'quiet_hours' } : decision;

/**
 * Judges everyone given from what was read, and notes what that changes and what is owed for it. Pure. Those who
 * are not watched (alternatives) are judged, but nothing is told of them.
 */
export function evaluateAll(
  status: Status,
  ids: readonly AssistantId[],
  options: Options,
  moment: EvaluationContext,
): Status {
  const changes: Change[] = [];
  const maintenanceChanges: MaintenanceChange[] = [];
  const decisions: Decision[] = [];
  const backs: RecoveryNotice[] = [];
  const mutes = new Map<AssistantId, Exclude<SuppressionReason, null | 'not_watched'>>();
  let next = withoutUnwatched(status, options.watched);
  for (const id of ids) {
    const digested = evaluateAssistant(next, id, options, moment);
    next = digested.status;
    if (digested.mute === 'not_watched') {
      next = withoutTrouble(next, id);
      continue;
    }
    if (digested.mute !== null) mutes.set(id, digested.mute);
    if (digested.back !== null) backs.push(digested.back);
    changes.push(...digested.changes);
    maintenanceChanges.push(...digested.maintenanceChanges);
    decisions.push(...digested.decisions);
  }
  const told = decideNotifications(changes, options, mutes, next.lastBeginning, next);
  const ahead = decideMaintenanceNotices(maintenanceChanges, options, mutes);
  const isHeld = isQuiet(options.quietHours, moment.minute);
  const news = [...told.notices, ...ahead.notices];
  // Of whom there is news now, that says it all.
  const others = options.watched.filter((id) => !changes.some(({ assistantId }) => assistantId === id));
  const due = isHeld ? [] : [...morningNotices(next, others, moment.now), ...news];
  // Whoever asked to be told when it is back is told whatever the hour.
  const notices = [...due, ...backs.map(backNotice)];
  const replaced = new Set(notices.map((notice) => notice.id));
  const judged = [...told.decisions, ...ahead.decisions].map((decision) => (isHeld ? asHeld(decision) : decision));
  return {
    ...next,
    lastBeginning: told.notices.find(tellsBeginnings) ?? next.lastBeginning,
    decisions: [...[...judged, ...decisions].reverse(), ...next.decisions].slice(0, MAX_DECISIONS),
    held: isHeld ? [...next.held, ...news].slice(-MAX_HELD) : [],
    outbox: [...next.outbox.filter((notice) => !replaced.has(notice.id)), ...notices],
  };
}
