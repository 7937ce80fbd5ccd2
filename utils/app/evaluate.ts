import { registryOf } from '@/utils/assistants/lookups';
import { type Assistant, type AssistantId, coreIdsOf, type StatusPage } from '@/utils/model/assistant';
import type { Change, MaintenanceChange } from '@/utils/model/episode';
import type { LogEntry } from '@/utils/model/failure';
import { type HistorySummary, NO_HISTORY_SUMMARY } from '@/utils/model/history';
import { type Decision, isQuiet, type RecoveryNotice } from '@/utils/model/notification';
import type { Options } from '@/utils/model/options';
import { type Incident, maintenanceIdsOf } from '@/utils/model/report';
import { currentPageOf, type Recovery, type Status, withEntries } from '@/utils/model/status';
import { NEVER_READ, type PageMemory } from '@/utils/model/status-page';
import type { Verdict } from '@/utils/model/verdict';
import { freshEvidence } from '@/utils/rules/evidence/requests';
import { learnFromPage, learnFromReading, learnFromRecovery, withoutOld } from '@/utils/rules/history/past';
import { detectChanges, detectMaintenance } from '@/utils/rules/judging/detect-changes';
import { updateLocalSignal, withoutAbandoned } from '@/utils/rules/judging/episodes';
import { withFoundCore } from '@/utils/rules/judging/find-core';
import { announcedMaintenances, failingIdsOf, isUncounted, judge } from '@/utils/rules/judging/judge';
import { otherModelsOf } from '@/utils/rules/judging/other-models';
import { trimReport } from '@/utils/rules/judging/reading';
import { endLimits, resolveRecoveryAlert } from '@/utils/rules/notifying/awaited';
import {
  backNotice,
  decideMaintenanceNotices,
  decideNotifications,
  firstSignDecision,
} from '@/utils/rules/notifying/decide-notifications';
import {
  quietHoursSummary,
  stillHeld,
  tellsBeginnings,
  withoutReplaced,
} from '@/utils/rules/notifying/gather-notifications';
import { type SuppressionReason, suppressionOf } from '@/utils/rules/notifying/surfaces';
import { withoutUnwatched } from '@/utils/rules/settings/forget';
import { pollFloorsOf } from './read-page';
import type { EvaluationContext } from './state';

/** The history summary after a verdict: from the page's own list, from an outage that ended, and from this reading. */
function updateHistorySummary(
  status: Status,
  assistant: Assistant,
  verdict: Verdict,
  ended: Recovery | null,
  parts: readonly string[],
  { now, dayStart }: EvaluationContext,
): HistorySummary {
  const id = verdict.assistantId;
  const { report, foundParts } = status.pages[id] ?? NEVER_READ;
  const title = ended === null ? null : (status.verdicts[id]?.incidents[0]?.title ?? null);
  let past = status.past[id] ?? NO_HISTORY_SUMMARY;
  if (report !== null) {
    const page = currentPageOf(status, assistant);
    const coreIds = coreIdsOf(page && withFoundCore(page, { report, foundParts }, parts));
    past = learnFromPage(past, id, report, coreIds, now);
  }
  if (ended !== null) past = learnFromRecovery(past, id, ended, title, now);
  return learnFromReading(past, verdict, dayStart);
}

/** Drops past incidents from the report once the history summary has them, so that they are not stored with each round. */
function withTrimmedReport({ pages }: Status, id: AssistantId, now: number): Status['pages'] {
  const memory = pages[id];
  if (memory?.report == null) return pages;
  return { ...pages, [id]: { ...memory, report: trimReport(memory.report, now) } };
}

/** What evaluating one assistant changes, and what of it may be worth a notification. */
interface Evaluated {
  status: Status;
  suppression: SuppressionReason;
  changes: Change[];
  back: RecoveryNotice | null;
  maintenanceChanges: MaintenanceChange[];
  /** Decisions that belong to no change. */
  decisions: Decision[];
}

/** An assistant that is not watched may be read as a fallback, but it has no outage to notify about. */
function withoutTrouble(status: Status, id: AssistantId): Status {
  return withEntries(status, id, { episodes: null, recoveries: null, sensed: null, maintenances: null, awaited: null });
}

/** A page as it was read, whose it is, and the components that the user counts. */
type Seen = readonly [memory: PageMemory, assistant: Assistant, page: StatusPage | null, parts: readonly string[]];

/**
 * Whether the known outage goes on but no longer concerns the user, who has since chosen other models or no longer ticks the
 * component with the issue. False if there is another outage, which then continues it.
 */
function isNoLongerTheirs(status: Status, verdict: Verdict, options: Options, seen: Seen): boolean {
  if (verdict.kind === 'trouble') return false;
  const { assistantId: id } = verdict;
  const [, assistant] = seen;
  const isOfOtherModels = (incident: Incident) =>
    otherModelsOf(incident, assistant, options.models[id] ?? []).length > 0;
  const incidents = verdict.otherModels.length > 0 ? (status.verdicts[id]?.incidents ?? []) : [];
  const known = status.episodes[id];
  return incidents.some(isOfOtherModels) || (known !== undefined && isUncounted(known, ...seen));
}

/** Judges one assistant by its page and the user's own requests. */
function evaluateAssistant(
  status: Status,
  assistant: Assistant,
  options: Options,
  context: EvaluationContext,
): Evaluated {
  const { now } = context;
  const { id } = assistant;
  const report = status.pages[id]?.report ?? null;
  const parts = options.parts[id] ?? [];
  const evidence = options.watched.includes(id) ? (context.evidence[id] ?? []) : [];
  const judged = judge({
    assistant,
    memory: status.pages[id],
    parts,
    models: options.models[id] ?? [],
    evidence: freshEvidence(status, id, evidence, now),
    now,
    intervalMs: pollFloorsOf(assistant).calmMs,
  });
  const signal = updateLocalSignal(status.sensed[id] ?? null, judged, now, context.evidence[id]);
  const { verdict, sensed } = signal;
  const suppression = suppressionOf(status, options, verdict, now);
  const seen: Seen = [status.pages[id] ?? NEVER_READ, assistant, currentPageOf(status, assistant), parts];
  const known = isNoLongerTheirs(status, verdict, options, seen) ? null : (status.episodes[id] ?? null);
  const before = {
    episode: withoutAbandoned(known, verdict, now),
    recovery: status.recoveries[id] ?? null,
    sensed,
    isSuppressed: suppression !== null,
  };
  const step = detectChanges(before, verdict, report?.incidents ?? []);
  const isShown = step.isNewReading && verdict.kind === 'trouble';
  const episode = step.episode && (isShown ? { ...step.episode, failingIds: failingIdsOf(...seen) } : step.episode);
  const maintenance = detectMaintenance({
    verdict,
    listed: announcedMaintenances(...seen),
    onPage: report === null ? [] : maintenanceIdsOf(report),
    remembered: status.maintenances[id] ?? [],
    now,
    // A notice that falls into a snooze is given after it, like an outage that goes on.
    noticeHours: suppression === 'snoozed' ? null : options.maintenanceNoticeHours,
  });
  const answer = resolveRecoveryAlert(status.awaited[id], step.change, {
    verdict,
    recovery: step.ended ?? status.recoveries[id] ?? null,
    evidence,
    now,
  });
  // A reopened outage that ends before it was shown again still belongs to the notification of the first one.
  const isKept = step.ended?.episode.isTold || (step.ended?.episode.reopened ?? 0) > 0;
  const recovery = isKept ? step.ended : undefined;
  const hasRelapsed =
    (step.episode?.reopened ?? 0) > (before.episode?.reopened ?? before.recovery?.episode.reopened ?? 0);
  return {
    suppression,
    changes: [signal.change, answer.change].filter((change) => change !== null),
    back: answer.back,
    maintenanceChanges: maintenance.changes,
    decisions: [...answer.decisions, ...firstSignDecision(verdict, step, suppression)],
    status: withEntries({ ...status, pages: withTrimmedReport(status, id, now) }, id, {
      verdicts: verdict,
      episodes: episode,
      // A new outage replaces the recovery of the last one.
      recoveries: step.episode === null ? (recovery ?? status.recoveries[id]) : null,
      // While the page reports the outage, the user's own requests add nothing. Where it cannot be read, they do.
      sensed: verdict.kind === 'trouble' && step.episode !== null ? null : sensed,
      // The dismissal was about an outage that had ended; a relapse is shown again.
      dismissals: hasRelapsed ? null : status.dismissals[id],
      awaited: answer.awaited,
      maintenances: maintenance.remembered,
      past: updateHistorySummary(status, assistant, verdict, step.ended, parts, context),
    }),
  };
}

const MAX_DECISIONS = 50;
/** More than a night produces. */
const MAX_HELD = 50;

const asHeld = (decision: Decision): Decision =>
  decision.isTold ? { ...decision, isTold: false, reason: 'quiet_hours' } : decision;

/**
 * Judges these assistants, and returns the status with the resulting changes and notifications. Pure. Fallbacks that are
 * not watched are judged but never notified about.
 */
export function evaluateAll(
  status: Status,
  ids: readonly AssistantId[],
  options: Options,
  context: EvaluationContext,
): Status {
  const changes: Change[] = [];
  const maintenanceChanges: MaintenanceChange[] = [];
  const decisions: Decision[] = [];
  const backs: RecoveryNotice[] = [];
  const suppressions = new Map<AssistantId, Exclude<SuppressionReason, null | 'not_watched'>>();
  const registry = registryOf(options);
  let next = withoutUnwatched(status, options.watched);
  for (const id of ids) {
    const evaluated = evaluateAssistant(next, registry.get(id), options, context);
    next = evaluated.status;
    if (evaluated.suppression === 'not_watched') {
      next = withoutTrouble(next, id);
      continue;
    }
    if (evaluated.suppression !== null) suppressions.set(id, evaluated.suppression);
    if (evaluated.back !== null) backs.push(evaluated.back);
    changes.push(...evaluated.changes);
    maintenanceChanges.push(...evaluated.maintenanceChanges);
    decisions.push(...evaluated.decisions);
  }
  const outages = decideNotifications(changes, options, suppressions, next.lastBeginning, next);
  const ahead = decideMaintenanceNotices(maintenanceChanges, options);
  const isHeld = isQuiet(options.quietHours, context.minute);
  const news = [...outages.notices, ...ahead.notices];
  const held = stillHeld(next, context.now);
  const summary = quietHoursSummary({ ...next, held: held.due }, options.watched, news, context.now);
  const due = isHeld ? [] : [...summary, ...news];
  // What the user asked to be notified about ignores quiet hours.
  const limits = endLimits(next, context.now);
  const notices = [...due, ...backs.map(backNotice), ...limits.notices];
  const judged = [...outages.decisions, ...ahead.decisions].map((decision) => (isHeld ? asHeld(decision) : decision));
  return {
    ...next,
    past: withoutOld(next.past, context.now),
    limits: limits.limits,
    lastBeginning: outages.notices.find(tellsBeginnings) ?? next.lastBeginning,
    decisions: [...[...judged, ...decisions].reverse(), ...next.decisions].slice(0, MAX_DECISIONS),
    held: isHeld ? [...next.held, ...news].slice(-MAX_HELD) : held.waiting,
    outbox: [...withoutReplaced(next.outbox, notices, next.episodes), ...notices],
  };
}

/** The decisions of an evaluation, for the log. `before` is the status that was evaluated. */
export function newDecisions(before: Status, after: Status): LogEntry[] {
  const added = after.decisions.filter((decision) => !before.decisions.includes(decision));
  return added.reverse().map((decision) => ({ kind: 'decision', ...decision }));
}
