import type { AssistantId } from '@/utils/model/assistant';
import {
  type BlindSpot,
  type BlindSpotKind,
  keyOfSpot,
  type PageFault,
  type Sightings,
} from '@/utils/model/blind-spot';
import { type FallbackId, isAssistantFallback } from '@/utils/model/fallback';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A fault is shown once it has lasted this long and was found in so many readings. Times in milliseconds. */
const SHOWN_AFTER: Record<PageFault, { kind: BlindSpotKind; ms: number; tries: number }> = {
  moved: { kind: 'page_moved', ms: 6 * HOUR, tries: 6 },
  guarded: { kind: 'page_guarded', ms: DAY, tries: 12 },
  unusable: { kind: 'page_unreadable', ms: DAY, tries: 12 },
  unreachable: { kind: 'page_unreadable', ms: DAY, tries: 12 },
  part_gone: { kind: 'part_gone', ms: HOUR, tries: 6 },
  by_name: { kind: 'matched_by_name', ms: HOUR, tries: 6 },
};

/** A page without any change for this long is said to be frozen, while another page changed. */
const FROZEN_AFTER_MS = 30 * DAY;

/** Days on which the chat was opened without a message being seen: none ever, or none since an earlier one. */
const UNSEEN_AFTER_DAYS = { never: 3, since: 10 } as const;

/** The alarm is missing if rounds this far apart found it overdue, and none between them was started by it. */
const ALARM_MISSING_MS = HOUR;

function pageSpot({ fault }: Sightings, isAlone: boolean, now: number): [BlindSpotKind, number] | null {
  if (fault === null) return null;
  const { kind, ms, tries } = SHOWN_AFTER[fault.kind];
  // A page that is watched alone cannot be told from a network that answers for it.
  const waitMs = isAlone && fault.kind === 'moved' ? DAY : ms;
  return fault.tries >= tries && now - fault.since >= waitMs ? [kind, fault.since] : null;
}

/** The parts of the status from which blind spots are derived. */
type Observed = Pick<Status, 'pages' | 'sightings' | 'missedAlarm' | 'storageTrouble'>;
interface Chosen {
  watched: readonly AssistantId[];
  planB: readonly FallbackId[];
}

function frozenSpot(id: AssistantId, { pages, sightings }: Observed, watched: readonly AssistantId[], now: number) {
  const { failure, readAt } = pages[id] ?? {};
  const { changedAt = now } = sightings[id]?.content ?? {};
  const isCurrent = failure === null && now - (readAt ?? 0) < DAY;
  if (!isCurrent || now - changedAt < FROZEN_AFTER_MS) return null;
  const hasOtherChanged = watched.some(
    (other) => other !== id && now - (sightings[other]?.content?.changedAt ?? 0) < FROZEN_AFTER_MS,
  );
  return hasOtherChanged ? (['page_frozen', changedAt] as const) : null;
}

function unseenSpot({ sentAt, visits }: Sightings) {
  const days = sentAt === null ? UNSEEN_AFTER_DAYS.never : UNSEEN_AFTER_DAYS.since;
  return visits.days >= days ? (['messages_unseen', sentAt] as const) : null;
}

function spotsOf(id: AssistantId, status: Observed, { watched }: Chosen, now: number): BlindSpot[] {
  const seen = status.sightings[id];
  if (seen === undefined) return [];
  const { page, chat, composer } = seen;
  const isWatched = watched.includes(id);
  const isAlone = !watched.some((other) => other !== id && status.pages[other] !== undefined);
  const ofWatched = [
    pageSpot(seen, isAlone, now),
    frozenSpot(id, status, watched, now),
    page?.isHeld === false ? (['page_access_lost', page.since] as const) : null,
    chat?.isHeld === false ? (['chat_access_lost', chat.since] as const) : null,
    unseenSpot(seen),
  ];
  const found = [
    ...(isWatched ? ofWatched : []),
    composer.missedAt === null ? null : (['composer_not_found', composer.missedAt] as const),
  ];
  return found.flatMap((spot) => (spot === null ? [] : [{ kind: spot[0], assistantId: id, since: spot[1] }]));
}

/** The watched assistants, and those in Plan B, each once. */
export function observedIds({ watched, planB }: Chosen): AssistantId[] {
  return [...new Set([...watched, ...planB.filter(isAssistantFallback)])];
}

/** Everything that should be seen and is not: of the extension first, then by assistant in the user's order. */
export function blindSpots(now: number, status: Observed, options: Chosen): BlindSpot[] {
  const { storageTrouble, missedAlarm } = status;
  const isMissing = missedAlarm !== null && missedAlarm.lastAt - missedAlarm.firstAt >= ALARM_MISSING_MS;
  return [
    ...(storageTrouble === 'failing' ? [{ kind: 'storage_failing', assistantId: null, since: null } as const] : []),
    ...(isMissing ? [{ kind: 'alarm_missing', assistantId: null, since: missedAlarm.firstAt } as const] : []),
    ...observedIds(options).flatMap((id) => spotsOf(id, status, options, now)),
  ];
}

/** The blind spots that the user has not dismissed. */
export function unseenBlindSpots(
  now: number,
  status: Observed & Pick<Status, 'dismissedSpots'>,
  options: Chosen,
): BlindSpot[] {
  return blindSpots(now, status, options).filter((spot) => !status.dismissedSpots.includes(keyOfSpot(spot)));
}

export function withSpotDismissed(status: Status, key: string): Status {
  return status.dismissedSpots.includes(key) ? status : { ...status, dismissedSpots: [...status.dismissedSpots, key] };
}

/** Drops what is remembered of assistants that are neither watched nor in Plan B, and dismissals of what is over. */
export function tidySightings(now: number, status: Status, options: Options): Status {
  const ids: readonly string[] = observedIds(options);
  const entries = Object.entries(status.sightings);
  const kept = entries.filter(([id]) => ids.includes(id));
  const keys = status.dismissedSpots.length === 0 ? [] : blindSpots(now, status, options).map(keyOfSpot);
  const dismissed = status.dismissedSpots.filter((key) => keys.includes(key));
  if (kept.length === entries.length && dismissed.length === status.dismissedSpots.length) return status;
  return { ...status, sightings: Object.fromEntries(kept), dismissedSpots: dismissed };
}
