import type { AssistantId } from '@/utils/model/assistant';
import {
  EVIDENCE_KINDS,
  type EvidenceEvent,
  type EvidenceKind,
  type EvidenceMemory,
  type EvidenceSuspicion,
} from '@/utils/model/evidence';

const MINUTE = 60_000;
/** What is older says nothing about now. */
const WINDOW_MS = 10 * MINUTE;
/** Without a further failure a suspicion is given up after this long. */
const HELD_FOR_MS = 5 * MINUTE;
/** Of the last messages this many are looked at. */
const LAST = 5;
/** An answer that says "error" weighs more than none: a shaky line gives none, too. */
const ENOUGH_ANSWERED = 2;
const ENOUGH_UNANSWERED = 3;
/** And a line that has just carried something is shaky rather than cut: `docs/evidence.md` has the figures. */
const ENOUGH_BESIDE_SUCCESS = 4;
/** So many successes in a row, and all is forgiven. A chat that has opened is open; one message may get through by luck. */
const FORGIVEN_AFTER: Record<EvidenceKind, number> = { send: 2, page: 1, sign_in: 1 };
const MAX_EVENTS = 20;
/** The person's own limit or sign-in says nothing of how the site is. */
const SPEAKS_OF_THEM = new Set<EvidenceEvent['outcome']>(['ok', 'failed']);

/** The events with one more, as far as they are worth keeping. */
export function addEvidence(events: readonly EvidenceEvent[], event: EvidenceEvent): EvidenceEvent[] {
  return [...events.filter(({ at }) => Math.abs(event.at - at) < WINDOW_MS), event].slice(-MAX_EVENTS);
}

/** The memory with one more of an assistant's. */
export function withEvent(memory: EvidenceMemory, id: AssistantId, event: EvidenceEvent): EvidenceMemory {
  return { ...memory, events: { ...memory.events, [id]: addEvidence(memory.events[id] ?? [], event) } };
}

function weigh(events: readonly EvidenceEvent[], what: EvidenceKind): EvidenceSuspicion | null {
  const last = events.filter((event) => event.what === what && SPEAKS_OF_THEM.has(event.outcome)).slice(-LAST);
  const failed = last.filter(({ outcome }) => outcome === 'failed');
  const [first] = failed;
  const newest = failed.at(-1);
  if (first === undefined || newest === undefined) return null;
  const forgivenAfter = FORGIVEN_AFTER[what];
  if (last.slice(-forgivenAfter).filter(({ outcome }) => outcome === 'ok').length === forgivenAfter) return null;
  const answered = failed.filter(({ how }) => how === 'answered').length;
  const enough = last.some(({ outcome }) => outcome === 'ok') ? ENOUGH_BESIDE_SUCCESS : ENOUGH_UNANSWERED;
  const isEnough = answered >= ENOUGH_ANSWERED || failed.length >= enough;
  // More went wrong than right, or it is no trouble but an accident.
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

/** Of the events those that say something about now. */
export function recentOf(events: readonly EvidenceEvent[], now: number): EvidenceEvent[] {
  return events.filter(({ at }) => at <= now && now - at < WINDOW_MS);
}

/** Whether what the person met makes trouble possible. Never more than that: a page that says nothing may be right. */
export function evaluateRequestFailures(events: readonly EvidenceEvent[], now: number): EvidenceSuspicion | null {
  const recent = recentOf(events, now);
  // What was given up of one kind must not hide what fails of another.
  const found = EVIDENCE_KINDS.map((what) => weigh(recent, what));
  return found.find((suspicion) => suspicion !== null && now < suspicion.until) ?? null;
}
