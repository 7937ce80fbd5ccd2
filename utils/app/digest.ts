import { assistantOf } from '@/utils/assistants/assistants';
import { type AssistantId, coreIdsOf } from '@/utils/model/assistant';
import type { Change } from '@/utils/model/change';
import type { Decision } from '@/utils/model/decision';
import type { MaintenanceChange } from '@/utils/model/maintenance-change';
import type { Options } from '@/utils/model/options';
import { maintenancesOf } from '@/utils/model/report';
import type { Status } from '@/utils/model/status';
import { decideMaintenanceNotices, decideNotifications, tellsBeginnings } from '@/utils/rules/decide-notifications';
import { detectChanges } from '@/utils/rules/detect-changes';
import { detectMaintenance } from '@/utils/rules/detect-maintenance';
import { unlessForgotten } from '@/utils/rules/episodes';
import { freshEvidence } from '@/utils/rules/fresh-evidence';
import { judge } from '@/utils/rules/judge';
import { type Mute, muteOf } from '@/utils/rules/mutes';
import { quietDecision } from '@/utils/rules/quiet-decision';
import { sense } from '@/utils/rules/sense';
import { pastAfter, withTrimmedReport } from './learn';
import type { Moment } from './moment';
import { calmIntervalOf } from './poll-floors';

const MAX_DECISIONS = 50;

interface Digested {
  status: Status;
  mute: Mute;
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

/** Whoever is not watched has a page that may be read, but no trouble that anything would be told of. */
function withoutTrouble(status: Status, id: AssistantId): Status {
  return {
    ...status,
    episodes: withEntry(status.episodes, id, null),
    recoveries: withEntry(status.recoveries, id, null),
    sensed: withEntry(status.sensed, id, null),
    maintenances: withEntry(status.maintenances, id, null),
  };
}

function digestOne(status: Status, id: AssistantId, options: Options, moment: Moment): Digested {
  const { now } = moment;
  const assistant = assistantOf(id);
  const report = status.pages[id]?.report ?? null;
  const judged = judge({
    assistant,
    memory: status.pages[id],
    evidence: freshEvidence(status, id, moment.evidence[id] ?? [], now),
    now,
    intervalMs: calmIntervalOf(assistant),
  });
  const { verdict, sensed, change: hint } = sense(status.sensed[id] ?? null, judged, now);
  const mute = muteOf(status, options, id, verdict.level, now);
  const before = {
    episode: unlessForgotten(status.episodes[id] ?? null, verdict, now),
    recovery: status.recoveries[id] ?? null,
    sensed,
    isMuted: mute !== null,
  };
  const step = detectChanges(before, verdict, report?.incidents ?? []);
  const maintenance = detectMaintenance({
    verdict,
    listed: report === null ? [] : maintenancesOf(report, coreIdsOf(assistant)),
    remembered: status.maintenances[id] ?? [],
    now,
    noticeHours: options.maintenanceNoticeHours,
  });
  // One that was over before, and nobody was told of again, still belongs to what was told then.
  const isKept = step.ended?.episode.isTold || (step.ended?.episode.reopened ?? 0) > 0;
  const recovery = isKept ? step.ended : undefined;
  const hasRelapsed =
    (step.episode?.reopened ?? 0) > (before.episode?.reopened ?? before.recovery?.episode.reopened ?? 0);
  return {
    mute,
    changes: [hint, step.change].filter((change) => change !== null),
    maintenanceChanges: maintenance.changes,
    decisions: quietDecision(verdict, step, mute),
    status: {
      ...status,
      verdicts: withEntry(status.verdicts, id, verdict),
      episodes: withEntry(status.episodes, id, step.episode),
      // A trouble that goes on ends the telling of how the last one ended.
      recoveries: withEntry(status.recoveries, id, step.episode === null ? (recovery ?? status.recoveries[id]) : null),
      // What the page tells of is no longer a matter of one's own requests.
      sensed: withEntry(status.sensed, id, step.episode === null ? sensed : null),
      // What was dismissed was over; that it is back is news.
      dismissals: withEntry(status.dismissals, id, hasRelapsed ? null : status.dismissals[id]),
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
  const mutes = new Map<AssistantId, 'snoozed' | 'works_for_me'>();
  let next = status;
  for (const id of ids) {
    const digested = digestOne(next, id, options, moment);
    next = digested.status;
    if (digested.mute === 'not_watched') {
      next = withoutTrouble(next, id);
      continue;
    }
    if (digested.mute !== null) mutes.set(id, digested.mute);
    changes.push(...digested.changes);
    maintenanceChanges.push(...digested.maintenanceChanges);
    decisions.push(...digested.decisions);
  }
  const told = decideNotifications(changes, mutes, next.lastBeginning, next.episodes);
  const ahead = decideMaintenanceNotices(maintenanceChanges, mutes);
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
