import { assistantOf } from '@/utils/assistants/assistants';
import type { AssistantId } from '@/utils/model/assistant';
import type { Change } from '@/utils/model/change';
import type { Decision } from '@/utils/model/decision';
import type { MaintenanceChange } from '@/utils/model/maintenance-change';
import type { Options } from '@/utils/model/options';
import { NO_PAST } from '@/utils/model/past';
import type { Recovery, Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { decideMaintenanceNotices, decideNotifications, tellsBeginnings } from '@/utils/rules/decide-notifications';
import { detectChanges, type Step } from '@/utils/rules/detect-changes';
import { detectMaintenance } from '@/utils/rules/detect-maintenance';
import { judge } from '@/utils/rules/judge';
import { learnFromPage, learnFromReading, learnFromRecovery } from '@/utils/rules/past';
import { trimReport } from '@/utils/rules/trim-report';
import { calmIntervalOf } from './poll-floors';

const MAX_DECISIONS = 50;

/** When a digest takes place, and in whose day. */
export interface Moment {
  /** Epoch milliseconds. */
  now: number;
  /** The first moment of the person's day, epoch milliseconds. */
  dayStart: number;
}

interface Digested {
  status: Status;
  changes: Change[];
  maintenanceChanges: MaintenanceChange[];
  /** Decisions that no change stands for. */
  decisions: Decision[];
}

/** Drops the key instead of storing undefined: what is stored says only what is. */
function withEntry<T>(record: Partial<Record<AssistantId, T>>, id: AssistantId, value: T | null | undefined) {
  const { [id]: _, ...rest } = record;
  return value === null || value === undefined ? rest : { ...rest, [id]: value };
}

/** A first sign that is held back, and one that was gone before a second reading, are worth a line in "why". */
function quietDecision(before: Status, id: AssistantId, verdict: Verdict, step: Step, isMuted: boolean): Decision[] {
  const about = { at: verdict.checkedAt ?? 0, assistantId: id, about: 'first_sign', isTold: false } as const;
  const isHeld = step.episode !== null && !step.episode.isTold && step.episode !== before.episodes[id];
  if (isHeld) return [{ ...about, reason: isMuted ? 'snoozed' : 'waiting_for_second_reading' }];
  const isBlip = step.ended !== null && !step.ended.episode.isTold;
  return isBlip ? [{ ...about, reason: isMuted ? 'snoozed' : 'too_short' }] : [];
}

function pastAfter(status: Status, verdict: Verdict, ended: Recovery | null, { now, dayStart }: Moment) {
  const id = verdict.assistantId;
  const report = status.pages[id]?.report ?? null;
  const coreIds = assistantOf(id).core.map((part) => part.id);
  const title = ended === null ? null : (status.verdicts[id]?.incidents[0]?.title ?? null);
  let past = status.past[id] ?? NO_PAST;
  if (report !== null) past = learnFromPage(past, id, report, coreIds, now);
  if (ended !== null) past = learnFromRecovery(past, id, ended, title, now);
  return learnFromReading(past, verdict, dayStart);
}

/** Once learnt from, a long list of what is past need not be stored again with each round. */
function withTrimmedReport({ pages }: Status, id: AssistantId, now: number): Status['pages'] {
  const memory = pages[id];
  if (memory?.report == null) return pages;
  return { ...pages, [id]: { ...memory, report: trimReport(memory.report, now) } };
}

function digestOne(status: Status, id: AssistantId, options: Options, moment: Moment): Digested {
  const { now } = moment;
  const assistant = assistantOf(id);
  const report = status.pages[id]?.report ?? null;
  const isMuted = (status.snoozes[id] ?? 0) > now;
  const verdict = judge({ assistant, memory: status.pages[id], now, intervalMs: calmIntervalOf(assistant) });
  const before = { episode: status.episodes[id] ?? null, recovery: status.recoveries[id] ?? null, isMuted };
  const step = detectChanges(before, verdict, report?.incidents ?? []);
  const coreIds = assistant.core.map((part) => part.id);
  const maintenance = detectMaintenance({
    verdict,
    listed: report?.maintenances.filter(({ componentIds }) => componentIds.some((one) => coreIds.includes(one))) ?? [],
    remembered: status.maintenances[id] ?? [],
    now,
    noticeHours: options.maintenanceNoticeHours,
  });
  const recovery = step.ended?.episode.isTold ? step.ended : undefined;
  return {
    changes: step.change === null ? [] : [step.change],
    maintenanceChanges: maintenance.changes,
    decisions: quietDecision(status, id, verdict, step, isMuted),
    status: {
      ...status,
      verdicts: withEntry(status.verdicts, id, verdict),
      episodes: withEntry(status.episodes, id, step.episode),
      // A trouble that goes on ends the telling of how the last one ended.
      recoveries: withEntry(status.recoveries, id, recovery ?? (step.episode === null ? status.recoveries[id] : null)),
      maintenances: withEntry(status.maintenances, id, maintenance.remembered),
      past: withEntry(status.past, id, pastAfter(status, verdict, step.ended, moment)),
      pages: withTrimmedReport(status, id, now),
    },
  };
}

/**
 * Judges everyone given from what was read, and notes what that changes and what is owed for it. Pure. Those who
 * are not watched (alternatives) are judged, but nothing is told of them.
 */
export function digest(status: Status, ids: readonly AssistantId[], options: Options, moment: Moment): Status {
  const changes: Change[] = [];
  const maintenanceChanges: MaintenanceChange[] = [];
  const decisions: Decision[] = [];
  let next = status;
  for (const id of ids) {
    const digested = digestOne(next, id, options, moment);
    next = digested.status;
    if (!options.watched.includes(id)) continue;
    changes.push(...digested.changes);
    maintenanceChanges.push(...digested.maintenanceChanges);
    decisions.push(...digested.decisions);
  }
  const snoozed = new Set(ids.filter((id) => (next.snoozes[id] ?? 0) > moment.now));
  const works = Object.values(next.reactions).filter((reaction) => reaction?.says === 'works');
  const mutes = { snoozed, worksForMe: new Set(works.map(({ episodeId }) => episodeId)) };
  const told = decideNotifications(changes, mutes, next.lastBeginning);
  const ahead = decideMaintenanceNotices(maintenanceChanges, snoozed);
  const notices = [...told.notices, ...ahead.notices];
  const replaced = new Set(notices.map((notice) => notice.id));
  const news = [...told.decisions, ...ahead.decisions, ...decisions];
  return {
    ...next,
    lastBeginning: told.notices.find(tellsBeginnings) ?? next.lastBeginning,
    decisions: [...news.reverse(), ...next.decisions].slice(0, MAX_DECISIONS),
    outbox: [...next.outbox.filter((notice) => !replaced.has(notice.id)), ...notices],
  };
}
