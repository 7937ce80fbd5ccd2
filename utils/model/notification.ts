import type { AssistantId } from './assistant';
import type { Change, ChangeKind, MaintenanceChange, MaintenanceChangeKind } from './episode';
import type { FallbackId } from './fallback';

/**
 * How a recovery was detected. `recovered`: the page reported the outage and its end. `answering`: the user's own
 * messages succeed again. `quiet`: nothing fails any more, but nothing was tried either.
 */
export const RECOVERY_KINDS = ['recovered', 'answering', 'quiet'] as const;
export type RecoveryKind = (typeof RECOVERY_KINDS)[number];

/** The single notification after "Notify me when it's back". */
export interface RecoveryNotice {
  kind: RecoveryKind;
  assistantId: AssistantId;
  /** The episode that ended; null if only the user's own messages had failed. */
  episodeId: string | null;
  /** When it was detected, epoch milliseconds. */
  at: number;
  /** Duration of the outage in ms; null if unknown. */
  lastedMs: number | null;
  /** Whether the chat tab is brought to the front. */
  bringsForward: boolean;
}

/** The end of a usage limit that the user asked to be notified of. Times are epoch milliseconds. */
export interface LimitNotice {
  assistantId: AssistantId;
  until: number;
  /** When it was noticed: later than `until` if the browser was closed. */
  at: number;
}

/**
 * A notification in the outbox. It is stored before it is shown and removed afterwards. Its id never changes, so if the
 * worker dies in between, it replaces itself instead of appearing twice.
 */
export interface Notice {
  id: string;
  /** The announced changes: one, or several of one round. */
  changes: Change[];
  /** Set for a maintenance notification; `changes` is then empty. */
  maintenance: MaintenanceChange | null;
  /** Set for "Notify me when it's back"; `changes` is then empty. */
  back: RecoveryNotice | null;
  /** Set for the end of a limit; `changes` is then empty. */
  limit: LimitNotice | null;
  /** End of the quiet hours that it summarizes, epoch milliseconds; null for a normal notification. */
  sumsUpAt: number | null;
}

/** What a click on a notification or a press of one of its buttons asks for. */
export type NoticePress =
  /** The chat if it is back, else the popup. */
  | { kind: 'open' }
  | { kind: 'continue'; from: AssistantId; to: FallbackId }
  | { kind: 'snooze'; assistantId: AssistantId };

/** Builds a notification; unset fields are empty. */
export function notice(id: string, about: Partial<Omit<Notice, 'id'>>): Notice {
  return { id, changes: [], maintenance: null, back: null, limit: null, sumsUpAt: null, ...about };
}

/** The assistants that a notification is about. */
export const assistantsOf = ({ changes, maintenance, back, limit }: Notice): AssistantId[] =>
  [...changes, maintenance, back, limit].flatMap((about) => about?.assistantId ?? []);

/**
 * The notifications about assistants that are kept. One about several keeps those. Returns the same list if nothing changed.
 */
export function noticesAbout(notices: Notice[], isKept: (id: AssistantId) => boolean): Notice[] {
  const kept = notices.flatMap((one) => {
    const changes = one.changes.filter(({ assistantId }) => isKept(assistantId));
    const rest = changes.length === one.changes.length ? one : { ...one, changes };
    return assistantsOf(rest).some(isKept) ? [rest] : [];
  });
  const isSame = kept.length === notices.length && kept.every((one, index) => one === notices[index]);
  return isSame ? notices : kept;
}

/** When its content became news, epoch milliseconds. Repeating the same notification does not change it. */
export const newsAtOf = ({ changes, maintenance, back, limit, sumsUpAt }: Notice): number =>
  sumsUpAt ?? maintenance?.at ?? back?.at ?? limit?.at ?? Math.max(...changes.map(({ at }) => at));

/** Why something was announced or not. Closed: each reason has a message. */
export const DECISION_REASONS = [
  /** Shown: it is an outage, or the provider calls it major. */
  'loud',
  /** Shown: degradation, confirmed by a second reading. */
  'confirmed',
  /** Shown: degradation that the user's own requests had met before. */
  'sensed',
  /** Shown: if the chat does not open, there may be no page for a banner. */
  'unopened',
  /** Shown: the end of an announced outage. */
  'ended',
  /** Shown: the user enabled notifications of this kind. */
  'wanted',
  /** Shown: the user asked for a notification when it is back. */
  'awaited',
  /** Deferred: the page reports recovery, but the user's own messages still fail. */
  'still_failing',
  /** Deferred: the page reports recovery, but a draft waits and no message of the user has gone through yet. */
  'not_proven',
  /** Deferred: degradation, shown by only one reading so far. */
  'waiting_for_second_reading',
  /** Not shown: it ended before a second reading. */
  'too_short',
  /** Not shown: popup and banner are enough for this kind. */
  'not_worth_interrupting',
  /** Not shown: it keeps recurring and was announced often enough. */
  'flapping',
  /** Not shown: it happened during quiet hours. */
  'quiet_hours',
  /** Not shown: the user disabled notifications of this kind. */
  'not_wanted',
  /** Not shown: the level is below the user's threshold. */
  'too_mild',
  /** Not shown: the user snoozed this assistant. */
  'snoozed',
  /** Not shown: the user said that it works for them. */
  'works_for_me',
] as const;
export type DecisionReason = (typeof DECISION_REASONS)[number];

/** One notification decision, explained in the notification log of the history page. */
export interface Decision {
  /** Epoch milliseconds. */
  at: number;
  assistantId: AssistantId;
  about: ChangeKind | MaintenanceChangeKind | 'first_sign';
  /** Whether it was shown at that time. False also if it was kept for the summary after the quiet hours. */
  isTold: boolean;
  reason: DecisionReason;
}

/** Hours without notifications. One summary is shown when they end. */
export interface QuietHours {
  isOn: boolean;
  /** Minutes after midnight, local time. */
  from: number;
  /** Minutes after midnight, local time; less than `from` if the period includes midnight. */
  until: number;
}

export const DEFAULT_QUIET_HOURS: QuietHours = { isOn: false, from: 22 * 60, until: 7 * 60 };

/** `minute` is minutes after midnight, local time. A period with equal start and end is empty. */
export function isQuiet({ isOn, from, until }: QuietHours, minute: number): boolean {
  const isAfter = minute >= from;
  const isBefore = minute < until;
  return isOn && (from <= until ? isAfter && isBefore : isAfter || isBefore);
}

/** Lowest level that triggers a notification. */
export const NOTIFY_LEVELS = ['degraded', 'partial_outage', 'major_outage'] as const;
export type NotifyLevel = (typeof NOTIFY_LEVELS)[number];

/** Which changes of one assistant trigger notifications. Popup, badge and banner show everything. */
export interface NotificationPrefs {
  /** An outage begins, gets worse, or recurs. */
  started: boolean;
  recovered: boolean;
  /** The provider posts an update, or the level improves. */
  updates: boolean;
  /** A maintenance is near. Only if advance notice is enabled. */
  maintenance: boolean;
  from: NotifyLevel;
}

export const DEFAULT_NOTIFICATION_PREFS: NotificationPrefs = {
  started: true,
  recovered: true,
  updates: false,
  maintenance: true,
  from: 'degraded',
};

/** Only deviations from the default are stored. */
export type NotificationPrefsById = Partial<Record<AssistantId, NotificationPrefs>>;

export function notificationPrefsFor(
  { loudness }: { loudness: NotificationPrefsById },
  id: AssistantId,
): NotificationPrefs {
  return loudness[id] ?? DEFAULT_NOTIFICATION_PREFS;
}
