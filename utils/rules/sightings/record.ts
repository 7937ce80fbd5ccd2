import type { Assistant, AssistantId } from '@/utils/model/assistant';
import {
  type MissedAlarm,
  NO_SIGHTINGS,
  type PageFault,
  type RememberedGrant,
  type Sightings,
} from '@/utils/model/blind-spot';
import { GUARD_STATUSES, type ReadFailure } from '@/utils/model/failure';
import { isOpen, type Report } from '@/utils/model/report';
import { currentPageOf, type Status, withEntries } from '@/utils/model/status';
import type { PageMemory } from '@/utils/model/status-page';
import { hashOf } from '@/utils/model/text';
import type { Verdict } from '@/utils/model/verdict';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The sightings of an assistant after a step; the same status if nothing changed. */
function withSighting(status: Status, id: AssistantId, step: (before: Sightings) => Sightings): Status {
  const before = status.sightings[id] ?? NO_SIGHTINGS;
  const after = step(before);
  return after === before ? status : withEntries(status, id, { sightings: after });
}

/** A page that asks for a sign-in is as closed to programs as one behind bot protection. */
const isGuard = (status: number): boolean => status === 401 || GUARD_STATUSES.includes(status);

/** Null for a missing permission, which is remembered apart. */
function faultOfFailure(failure: ReadFailure): PageFault | null {
  switch (failure.kind) {
    case 'not_allowed':
      return null;
    case 'moved':
    case 'wrong_page':
      return 'moved';
    case 'html':
    case 'challenge':
    case 'sign_in':
      return 'guarded';
    case 'http_error':
      return isGuard(failure.status) ? 'guarded' : 'unusable';
    case 'unreachable':
    case 'timeout':
      return 'unreachable';
    default:
      return 'unusable';
  }
}

/** A component of which only the name is recorded is matched by name as intended. */
function faultOf({ failure }: PageMemory, verdict: Verdict | undefined, hasRecordedIds: boolean): PageFault | null {
  if (failure !== null) return faultOfFailure(failure);
  if (verdict?.isMatchedByName && hasRecordedIds) return 'by_name';
  const isPartGone = verdict?.reason === 'missing_component' || (verdict?.missingParts.length ?? 0) > 0;
  return isPartGone ? 'part_gone' : null;
}

/** Whether the page could not be read at all. */
const isUnread = (kind: PageFault): boolean => kind !== 'part_gone' && kind !== 'by_name';

/** A page that was read this recently shows that the connection works. */
const RECENTLY_MS = 10 * MINUTE;

/**
 * Whether a failed reading says something about the page and not about this device: another watched page was just read. A
 * page that is watched alone proves it by any answer.
 */
function isConnectionShown(status: Status, id: AssistantId, kind: PageFault, watched: readonly AssistantId[]): boolean {
  if (!isUnread(kind)) return true;
  if (!status.isOnline) return false;
  const triedAt = status.pages[id]?.triedAt ?? 0;
  const others = watched.flatMap((other) => (other === id ? [] : (status.pages[other] ?? [])));
  if (others.length === 0) return kind !== 'unreachable';
  return others.some(({ failure, readAt }) => failure === null && Math.abs(triedAt - (readAt ?? 0)) < RECENTLY_MS);
}

/** Closed incidents are left out: they come from the list of past incidents, which is read once a day only. */
function contentHash({ sourceUpdatedAt, components, incidents, maintenances }: Report): number {
  const open = incidents.filter(isOpen).map(({ id, phase, updatedAt }) => [id, phase, updatedAt]);
  const listed = components.map(({ id, name, word }) => [id, name, word]);
  return hashOf(JSON.stringify([sourceUpdatedAt, listed, open, maintenances.map(({ id, phase }) => [id, phase])]));
}

function grantAfter(before: RememberedGrant | null, isHeld: boolean, now: number): RememberedGrant | null {
  // A grant that was never seen cannot get lost.
  if (before === null) return isHeld ? { isHeld, since: now } : null;
  return before.isHeld === isHeld ? before : { isHeld, since: now };
}

function contentAfter(before: Sightings['content'], report: Report, now: number): Sightings['content'] {
  const hash = contentHash(report);
  return before?.hash === hash ? before : { hash, changedAt: now };
}

function faultAfter(before: Sightings['fault'], kind: PageFault, now: number): Sightings['fault'] {
  const isSame = before !== null && isUnread(before.kind) === isUnread(kind);
  return isSame ? { ...before, kind, tries: before.tries + 1 } : { kind, since: now, tries: 1 };
}

function afterReading(
  before: Sightings,
  memory: PageMemory,
  fault: PageFault | null,
  isConnected: boolean,
  now: number,
): Sightings {
  const { failure, report } = memory;
  if (failure?.kind === 'not_allowed') {
    const page = grantAfter(before.page, false, now);
    return page === before.page ? before : { ...before, page };
  }
  if (fault !== null && !isConnected) return before;
  const after: Sightings = {
    ...before,
    fault: fault === null ? null : faultAfter(before.fault, fault, now),
    // Reading worked, so no permission is missing.
    page: failure === null ? grantAfter(before.page, true, now) : before.page,
    content: failure === null && report !== null ? contentAfter(before.content, report, now) : before.content,
  };
  const isSame = (Object.keys(after) as (keyof Sightings)[]).every((key) => after[key] === before[key]);
  return isSame ? before : after;
}

/** Records what a round has read. `status` holds the readings and the verdicts on them. */
export function withReadings(
  status: Status,
  read: readonly AssistantId[],
  watched: readonly Assistant[],
  now: number,
): Status {
  const ids = watched.map(({ id }) => id);
  return watched
    .filter(({ id }) => read.includes(id))
    .reduce((after, assistant) => {
      const { id } = assistant;
      const memory = status.pages[id];
      if (memory === undefined) return after;
      const hasRecordedIds = (currentPageOf(status, assistant)?.core ?? []).length > 0;
      const fault = faultOf(memory, status.verdicts[id], hasRecordedIds);
      const isConnected = fault === null || isConnectionShown(status, id, fault, ids);
      return withSighting(after, id, (before) => afterReading(before, memory, fault, isConnected, now));
    }, status);
}

/** Records whether the chat sites of these assistants are granted. */
export function withChatGrants(status: Status, granted: ReadonlyMap<AssistantId, boolean>, now: number): Status {
  return [...granted].reduce(
    (after, [id, isHeld]) =>
      withSighting(after, id, (before) => {
        const chat = grantAfter(before.chat, isHeld, now);
        return chat === before.chat ? before : { ...before, chat };
      }),
    status,
  );
}

const withoutVisits = (before: Sightings): Sightings =>
  before.visits.days === 0 ? before : { ...before, visits: NO_SIGHTINGS.visits };

/**
 * Forgets grants that the user is about to revoke in the settings: those are not lost. Without them, no message can be
 * expected.
 */
export function withoutGrants(status: Status, ids: readonly AssistantId[]): Status {
  return ids.reduce(
    (after, id) =>
      withSighting(after, id, (before) => {
        const kept = withoutVisits(before);
        return kept.page === null && kept.chat === null ? kept : { ...kept, page: null, chat: null };
      }),
    status,
  );
}

/** Requests are no longer observed, so no message can be expected. */
export function withoutAnyVisits(status: Status): Status {
  const ids = Object.keys(status.sightings) as AssistantId[];
  return ids.reduce((after, id) => withSighting(after, id, withoutVisits), status);
}

/** How precisely the time of the last message is kept, so that not every message writes the status. */
const SENT_STEP_MS = 10 * MINUTE;

/** A message was sent. */
export function withMessageSeen(status: Status, id: AssistantId, now: number): Status {
  return withSighting(status, id, (before) => {
    const isKnown = before.visits.days === 0 && Math.abs(now - (before.sentAt ?? 0)) < SENT_STEP_MS;
    return isKnown ? before : { ...before, sentAt: now, visits: NO_SIGHTINGS.visits };
  });
}

/**
 * The WebSocket for messages was opened. It is no message, but its frames are not observed, so the chat was opened with all
 * that can be seen of messages.
 */
export function withHandshakeSeen(status: Status, id: AssistantId): Status {
  return withSighting(status, id, withoutVisits);
}

const MOST_VISITS = 99;

/** The chat was opened. Several times on one day count once. */
export function withVisit(status: Status, id: AssistantId, dayStart: number): Status {
  return withSighting(status, id, (before) => {
    const { days, lastDay } = before.visits;
    if (lastDay === dayStart) return before;
    return { ...before, visits: { days: Math.min(days + 1, MOST_VISITS), lastDay: dayStart } };
  });
}

/** A script has looked for the composer. */
export function withComposer(status: Status, id: AssistantId, isFound: boolean, now: number): Status {
  return withSighting(status, id, (before) => {
    const { foundAt, missedAt } = before.composer;
    if (!isFound) return missedAt === null ? { ...before, composer: { foundAt, missedAt: now } } : before;
    const isKnown = missedAt === null && Math.abs(now - (foundAt ?? 0)) < HOUR;
    return isKnown ? before : { ...before, composer: { foundAt: now, missedAt: null } };
  });
}

/** Rounds are planned five minutes apart at most, so a longer pause means that an alarm did not start one. */
const LONGEST_PAUSE_MS = 10 * MINUTE;

/**
 * The missed alarm after the start of a round. After a sleep, the overdue alarm starts a round at once and clears it. `tickedAt`
 * is the time of the last round; null at the start of the browser.
 */
export function missedAlarmAfter(
  before: MissedAlarm | null,
  { isAlarm, tickedAt, now }: { isAlarm: boolean; tickedAt: number | null; now: number },
): MissedAlarm | null {
  if (isAlarm || tickedAt === null) return null;
  if (now - tickedAt < LONGEST_PAUSE_MS) return before;
  return { firstAt: before?.firstAt ?? now, lastAt: now };
}
