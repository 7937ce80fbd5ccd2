import type { AssistantId } from '@/utils/model/assistant';
import {
  EVIDENCE_KINDS,
  type EvidenceEvent,
  type EvidenceKind,
  type EvidenceMemory,
  type EvidenceSuspicion,
} from '@/utils/model/evidence';

const MINUTE = 60_000;
/** Older events say nothing about now. */
const WINDOW_MS = 10 * MINUTE;
/** A suspicion expires this long after the last failure. */
const HELD_FOR_MS = 5 * MINUTE;
/** Number of most recent messages that are evaluated. */
const LAST = 5;
/** Error answers count more than missing answers, which an unstable connection produces too. */
const ENOUGH_ANSWERED = 2;
const ENOUGH_UNANSWERED = 3;
/** A connection that has just succeeded is unstable rather than cut; `docs/evidence.md` has the figures. */
const ENOUGH_BESIDE_SUCCESS = 4;
/** Successes in a row that end a suspicion. An opened chat is proof; a single message may get through by chance. */
const SUCCESSES_TO_CLEAR: Record<EvidenceKind, number> = { send: 2, page: 1, sign_in: 1 };
const MAX_EVENTS = 20;
/** Rate limits and sign-ins say nothing about the site's health. */
const COUNTED_OUTCOMES = new Set<EvidenceEvent['outcome']>(['ok', 'failed']);

/** Adds an event and drops those that are no longer needed. */
export function addEvidence(events: readonly EvidenceEvent[], event: EvidenceEvent): EvidenceEvent[] {
  return [...events.filter(({ at }) => Math.abs(event.at - at) < WINDOW_MS), event].slice(-MAX_EVENTS);
}

/** Adds an event to an assistant's evidence. */
export function withEvent(memory: EvidenceMemory, id: AssistantId, event: EvidenceEvent): EvidenceMemory {
  return { ...memory, events: { ...memory.events, [id]: addEvidence(memory.events[id] ?? [], event) } };
}

function suspicionOf(events: readonly EvidenceEvent[], what: EvidenceKind): EvidenceSuspicion | null {
  const last = events.filter((event) => event.what === what && COUNTED_OUTCOMES.has(event.outcome)).slice(-LAST);
  const failed = last.filter(({ outcome }) => outcome === 'failed');
  const [first] = failed;
  const newest = failed.at(-1);
  if (first === undefined || newest === undefined) return null;
  const forgivenAfter = SUCCESSES_TO_CLEAR[what];
  if (last.slice(-forgivenAfter).filter(({ outcome }) => outcome === 'ok').length === forgivenAfter) return null;
  const answered = failed.filter(({ how }) => how === 'answered').length;
  const enough = last.some(({ outcome }) => outcome === 'ok') ? ENOUGH_BESIDE_SUCCESS : ENOUGH_UNANSWERED;
  const isEnough = answered >= ENOUGH_ANSWERED || failed.length >= enough;
  // Failures must outnumber successes; otherwise they are incidental.
  if (!isEnough || failed.length * 2 <= last.length) return null;
  const isSilent = failed.every(({ how }) => how === 'silent');
  return {
    source: 'evidence',
    what,
    failed: failed.length,
    of: last.length,
    isSilent,
    since: first.at,
    until: newest.at + HELD_FOR_MS,
  };
}

/** The events that are recent enough to count. */
export function recentOf(events: readonly EvidenceEvent[], now: number): EvidenceEvent[] {
  return events.filter(({ at }) => at <= now && now - at < WINDOW_MS);
}

/**
 * The suspicion that follows from the user's own requests; null if none. Evidence never gives more than a suspicion: a
 * page that reports nothing may be right.
 */
export function evaluateRequestFailures(events: readonly EvidenceEvent[], now: number): EvidenceSuspicion | null {
  const recent = recentOf(events, now);
  // Each kind is evaluated by itself: successes of one kind must not hide failures of another.
  const found = EVIDENCE_KINDS.map((what) => suspicionOf(recent, what));
  return found.find((suspicion) => suspicion !== null && now < suspicion.until) ?? null;
}
