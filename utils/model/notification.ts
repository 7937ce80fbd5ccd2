import type { AssistantId } from './assistant';
import type { Change, ChangeKind, MaintenanceChange, MaintenanceChangeKind } from './change';

/**
 * How we know that an assistant works again. `recovered`: its page told of trouble, and of its end. `answering`: the
 * person's own messages go through again. `quiet`: nothing fails any more, but nothing was tried either.
 */
export const RECOVERY_KINDS = ['recovered', 'answering', 'quiet'] as const;
export type RecoveryKind = (typeof RECOVERY_KINDS)[number];

/** The one answer to "tell me when it is back". */
export interface RecoveryNotice {
  kind: RecoveryKind;
  assistantId: AssistantId;
  /** The trouble that is over; null where only the person's own messages had failed. */
  episodeId: string | null;
  /** When we learnt of it, epoch milliseconds. */
  at: number;
  /** How long the trouble lasted; null where nobody knows. */
  lastedMs: number | null;
  /** Whether the chat is brought to the front. */
  bringsForward: boolean;
}

/**
 * A desktop notification that is owed. It is remembered before it is shown and struck off after, and its id
 * never changes, so a worker that dies in between shows it again in its own place, not a second time.
 */
export interface Notice {
  id: string;
  /** What it tells: one change, or several of one round. */
  changes: Change[];
  /** Set when it is about a maintenance; then `changes` is empty. */
  maintenance: MaintenanceChange | null;
  /** Set when it answers "tell me when it is back"; then `changes` is empty. */
  back: RecoveryNotice | null;
  /** When the quiet hours ended that it sums up, epoch milliseconds; null when it is news. */
  sumsUpAt: number | null;
}

/** A notice of one of these; of the others it says nothing. */
export function notice(id: string, about: Partial<Omit<Notice, 'id'>>): Notice {
  return { id, changes: [], maintenance: null, back: null, sumsUpAt: null, ...about };
}

/** When what it tells became news, epoch milliseconds. The same news has the same moment, however often it is shown. */
export const newsAtOf = ({ changes, maintenance, back, sumsUpAt }: Notice): number =>
  sumsUpAt ?? maintenance?.at ?? back?.at ?? Math.max(...changes.map(({ at }) => at));

/** Why something was told or not. Closed: each has its words. */
export const DECISION_REASONS = [
  /** Told: it is an outage, or the maker calls it major. */
  'loud',
  /** Told: a slow-down that a second reading confirmed. */
  'confirmed',
  /** Told: a slow-down that the person's own requests had met before. */
  'sensed',
  /** Told: where the chat does not open there may be no page that a banner could stand on. */
  'unopened',
  /** Told: the end of something that was told. */
  'ended',
  /** Told: the person asked for notices of this kind. */
  'wanted',
  /** Told: the person asked to be told when it is back. */
  'awaited',
  /** Not told yet: its page says that it is over, but the person's own messages still fail. */
  'still_failing',
  /** Not told: a slow-down that only one reading has shown so far. */
  'waiting_for_second_reading',
  /** Not told: it was over before a second reading. */
  'too_short',
  /** Not told: it stands in popup and banner, and is not worth an interruption. */
  'not_worth_interrupting',
  /** Not told: it comes and goes, and was told often enough. */
  'flapping',
  /** Not told: it came up in the person's quiet hours. */
  'quiet_hours',
  /** Not told: the person wants no notices of this kind. */
  'not_wanted',
  /** Not told: the person wants to hear of worse levels alone. */
  'too_mild',
  /** Not told: the person snoozed this assistant. */
  'snoozed',
  /** Not told: the person said that it works for them. */
  'works_for_me',
] as const;
export type DecisionReason = (typeof DECISION_REASONS)[number];

/** One answer to "why did (not) you tell me". */
export interface Decision {
  /** Epoch milliseconds. */
  at: number;
  assistantId: AssistantId;
  about: ChangeKind | MaintenanceChangeKind | 'first_sign';
  isTold: boolean;
  reason: DecisionReason;
}

/** When nothing interrupts. What comes up then is told in one notice once they are over. */
export interface QuietHours {
  isOn: boolean;
  /** Minutes after midnight of the person's day. */
  from: number;
  /** The same; earlier than `from` when midnight lies between. */
  until: number;
}

export const DEFAULT_QUIET_HOURS: QuietHours = { isOn: false, from: 22 * 60, until: 7 * 60 };

/** `minute` is that of the person's day. Hours that end when they begin are none. */
export function isQuiet({ isOn, from, until }: QuietHours, minute: number): boolean {
  const isAfter = minute >= from;
  const isBefore = minute < until;
  return isOn && (from <= until ? isAfter && isBefore : isAfter || isBefore);
}

/** From which level on a trouble is worth a notice. */
export const NOTIFY_LEVELS = ['degraded', 'partial_outage', 'major_outage'] as const;
export type LoudLevel = (typeof NOTIFY_LEVELS)[number];

/** What interrupts a person about one assistant. Popup, badge and banner tell the rest. */
export interface NotificationPrefs {
  /** That trouble begins, gets worse, or comes back. */
  started: boolean;
  recovered: boolean;
  /** That its makers wrote more, or that it got better. */
  updates: boolean;
  /** That a maintenance is near, where hours ahead were asked for. */
  maintenance: boolean;
  from: LoudLevel;
}

export const DEFAULT_LOUDNESS: NotificationPrefs = {
  started: true,
  recovered: true,
  updates: false,
  maintenance: true,
  from: 'degraded',
};

/** Only what differs from the usual is remembered. */
export type LoudnessChoices = Partial<Record<AssistantId, NotificationPrefs>>;

export function notificationPrefsFor({ loudness }: { loudness: LoudnessChoices }, id: AssistantId): NotificationPrefs {
  return loudness[id] ?? DEFAULT_LOUDNESS;
}
