import type { AssistantId } from '@/utils/model/assistant';
import type { Change, Episode, MaintenanceChange } from '@/utils/model/episode';
import { isTrouble, isWorse, type Level } from '@/utils/model/level';
import {
  type Decision,
  type DecisionReason,
  type Notice,
  type NotificationPrefs,
  notice,
  notificationPrefsFor,
  type RecoveryNotice,
} from '@/utils/model/notification';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import type { ChangeStep } from '@/utils/rules/judging/detect-changes';
import { gatherNotices, noticeIdOf } from './gather-notifications';
import type { SuppressionReason } from './surfaces';

/** `eased`, `updated` and `suspected` never notify by default; they are shown in the banner and popup only. */
const WORTH_INTERRUPTING = new Set<Change['kind']>(['started', 'reopened', 'worsened', 'recovered', 'unopened']);

const UPDATES = new Set<Change['kind']>(['eased', 'updated']);

/** Later relapses are not announced. */
const MAX_RELAPSES_NOTIFIED = 2;

/** The recovery notification replaces the one that announced the outage, if there was one. */
export function backNoticeIdOf(assistantId: AssistantId, episodeId: string | null): string {
  return episodeId === null ? `understudy-back-${assistantId}` : noticeIdOf(episodeId);
}

export function backNotice(back: RecoveryNotice): Notice {
  return notice(backNoticeIdOf(back.assistantId, back.episodeId), { back });
}

/** Suppressed assistants with the reason. */
export type Suppressions = ReadonlyMap<AssistantId, Exclude<SuppressionReason, null | 'not_watched'>>;

export interface NotificationDecision {
  notices: Notice[];
  decisions: Decision[];
}

interface Judged {
  isTold: boolean;
  reason: DecisionReason;
}

const shown = (reason: DecisionReason): Judged => ({ isTold: true, reason });
const withheld = (reason: DecisionReason): Judged => ({ isTold: false, reason });

/** Whether the user enabled notifications for this kind of change. */
function isWanted({ kind }: Change, { started, recovered, updates }: NotificationPrefs): boolean {
  if (UPDATES.has(kind)) return updates;
  return kind === 'recovered' ? recovered : started;
}

/** Current and last ended episodes. */
export type Troubles = Pick<Status, 'episodes' | 'recoveries'>;

/** Whether this level is below the user's notification threshold. */
const isTooMild = (level: Level, { from }: NotificationPrefs): boolean => isTrouble(level) && isWorse(from, level);

/**
 * The worst announced level of the change's outage since it last began. A recovery is announced if and only if the
 * outage was, and the level of the recovery itself is always operational.
 */
function worstShown({ assistantId, episodeId, level }: Change, { episodes, recoveries }: Troubles): Level {
  const known = [episodes[assistantId], recoveries[assistantId]?.episode].find((episode) => episode?.id === episodeId);
  return known?.toldLevel ?? level;
}

/** Outages that the user was notified of: a notification must not list what the filters have silenced. */
function notified(episodes: Status['episodes'], options: Pick<Options, 'loudness'>): Status['episodes'] {
  const entries = Object.entries(episodes) as [AssistantId, Episode][];
  const isNotified = ([id, episode]: [AssistantId, Episode]) => {
    const prefs = notificationPrefsFor(options, id);
    return prefs.started && !isTooMild(episode.toldLevel ?? episode.level, prefs);
  };
  return Object.fromEntries(entries.filter(isNotified));
}

/** An outage that only now exceeds the threshold begins now for the user, and joins others that begin at this time. */
const asBeginning = (change: Change, prefs: NotificationPrefs): Change =>
  change.kind === 'worsened' && isTooMild(change.from, prefs) ? { ...change, kind: 'started' } : change;

function judgeChange(change: Change, prefs: NotificationPrefs, suppressions: Suppressions, troubles: Troubles): Judged {
  const isUpdate = UPDATES.has(change.kind) && prefs.updates;
  if (!WORTH_INTERRUPTING.has(change.kind) && !isUpdate) return withheld('not_worth_interrupting');
  const suppression = suppressions.get(change.assistantId);
  if (!isWanted(change, prefs)) return withheld('not_wanted');
  // "Works for me" refers to an earlier issue; that the chat does not open is a new observation.
  if (change.kind === 'unopened' && suppression !== 'snoozed') return shown('unopened');
  if (suppression !== undefined) return withheld(suppression);
  if (isTooMild(worstShown(change, troubles), prefs)) return withheld('too_mild');
  // Do not announce every relapse of a flapping page, but do announce a level that is worse than announced before.
  if (change.reopened > MAX_RELAPSES_NOTIFIED && change.kind !== 'worsened') return withheld('flapping');
  if (isUpdate || !prefs.started) return shown('wanted');
  if (change.kind === 'recovered') return shown('ended');
  if (isWorse(change.level, 'degraded')) return shown('loud');
  return shown(troubles.episodes[change.assistantId]?.sensedAt != null ? 'sensed' : 'confirmed');
}

function judgeMaintenance({ kind }: MaintenanceChange, prefs: NotificationPrefs): Judged {
  // Of maintenance only the advance notice that the user asked for is announced; the rest is shown in popup and banner.
  if (kind !== 'maintenance_ahead') return withheld('not_worth_interrupting');
  return prefs.maintenance ? shown('wanted') : withheld('not_wanted');
}

/** Decides each of these changes. */
function judgeAll<C extends Change | MaintenanceChange>(
  changes: readonly C[],
  judge: (change: C) => Judged,
): { toTell: C[]; decisions: Decision[] } {
  const decisions = changes.map((change): Decision => {
    const { at, assistantId, kind } = change;
    return { at, assistantId, about: kind, ...judge(change) };
  });
  return { toTell: changes.filter((_, index) => decisions[index]?.isTold), decisions };
}

/**
 * The notifications for the changes of one round, with the decisions. `lastBeginning` is the last notification of an
 * outage's start.
 */
export function decideNotifications(
  changes: readonly Change[],
  options: Pick<Options, 'loudness'>,
  suppressions: Suppressions,
  lastBeginning: Notice | null,
  troubles: Troubles,
): NotificationDecision {
  const { toTell, decisions } = judgeAll(changes, (change) =>
    judgeChange(change, notificationPrefsFor(options, change.assistantId), suppressions, troubles),
  );
  const news = toTell.map((change) => asBeginning(change, notificationPrefsFor(options, change.assistantId)));
  return { notices: gatherNotices(news, lastBeginning, notified(troubles.episodes, options)), decisions };
}

/** The same for maintenances; each has its own notification. */
export function decideMaintenanceNotices(
  changes: readonly MaintenanceChange[],
  options: Pick<Options, 'loudness'>,
): NotificationDecision {
  const { toTell, decisions } = judgeAll(changes, (change) =>
    judgeMaintenance(change, notificationPrefsFor(options, change.assistantId)),
  );
  const notices = toTell.map((maintenance) => notice(`understudy-${maintenance.maintenanceId}`, { maintenance }));
  return { notices, decisions };
}

/** A first reading that is held back, and an outage that ended before a second reading, are recorded as decisions. */
export function firstSignDecision(verdict: Verdict, step: ChangeStep, suppression: SuppressionReason): Decision[] {
  const about = {
    at: verdict.checkedAt ?? 0,
    assistantId: verdict.assistantId,
    about: 'first_sign',
    isTold: false,
  } as const;
  const reason = suppression === null || suppression === 'not_watched' ? null : suppression;
  const isHeld = step.episode !== null && !step.episode.isTold && step.episode.readings === 1 && step.isNewReading;
  if (isHeld) return [{ ...about, reason: reason ?? 'waiting_for_second_reading' }];
  const isBlip = step.ended !== null && !step.ended.episode.isTold;
  return isBlip ? [{ ...about, reason: reason ?? 'too_short' }] : [];
}
