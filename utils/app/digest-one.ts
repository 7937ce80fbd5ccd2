import { assistantOf } from '@/utils/assistants/everyone';
import type { AssistantId } from '@/utils/model/assistant';
import type { Back } from '@/utils/model/back';
import type { Change } from '@/utils/model/change';
import type { Decision } from '@/utils/model/decision';
import type { MaintenanceChange } from '@/utils/model/maintenance-change';
import type { Options } from '@/utils/model/options';
import { currentPageOf, type Status } from '@/utils/model/status';
import { withEntries } from '@/utils/model/with-entries';
import { answerAwaited } from '@/utils/rules/detect-back';
import { detectChanges } from '@/utils/rules/detect-changes';
import { detectMaintenance } from '@/utils/rules/detect-maintenance';
import { unlessForgotten } from '@/utils/rules/episodes';
import { firstSignDecision } from '@/utils/rules/first-sign-decision';
import { freshEvidence } from '@/utils/rules/fresh-evidence';
import { announcedMaintenances, judge } from '@/utils/rules/judge';
import { type Mute, muteOf } from '@/utils/rules/mutes';
import { sense } from '@/utils/rules/sense';
import { pastAfter, withTrimmedReport } from './learn';
import type { Moment } from './moment';
import { calmIntervalOf } from './poll-floors';

/** What one assistant's judging changes, and what of it may be worth telling. */
export interface Digested {
  status: Status;
  mute: Mute;
  changes: Change[];
  back: Back | null;
  maintenanceChanges: MaintenanceChange[];
  /** Decisions that no change stands for. */
  decisions: Decision[];
}

/** Whoever is not watched has a page that may be read, but no trouble that anything would be told of. */
export function withoutTrouble(status: Status, id: AssistantId): Status {
  return withEntries(status, id, { episodes: null, recoveries: null, sensed: null, maintenances: null, awaited: null });
}

/** Judges one assistant from what was read and met. */
export function digestOne(status: Status, id: AssistantId, options: Options, moment: Moment): Digested {
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
    listed:
      report === null
        ? []
        : announcedMaintenances(report, assistant, currentPageOf(status, assistant), options.parts[id] ?? []),
    remembered: status.maintenances[id] ?? [],
    now,
    noticeHours: options.maintenanceNoticeHours,
  });
  const answer = answerAwaited(status.awaited[id], step.change, {
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
      past: pastAfter(status, verdict, step.ended, moment),
    }),
  };
}
