import type { EvidenceEvent, Suspicion } from '@/utils/model/evidence';

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
/** So many successes in a row, and all is forgiven. */
const FORGIVEN_AFTER = 2;
const MAX_EVENTS = 20;
/** The person's own limit or sign-in says nothing of how the site is. */
export const SPEAKS_OF_THEM = new Set<EvidenceEvent['outcome']>(['ok', 'failed']);

/** The events with one more, as far as they are worth keeping. */
export function addEvidence(events: readonly EvidenceEvent[], event: EvidenceEvent): EvidenceEvent[] {
  return [...events.filter(({ at }) => Math.abs(event.at - at) < WINDOW_MS), event].slice(-MAX_EVENTS);
}

function weigh(events: readonly EvidenceEvent[], what: EvidenceEvent['what']): Suspicion | null {
  const last = events.filter((event) => event.what === what && SPEAKS_OF_THEM.has(event.outcome)).slice(-LAST);
  const failed = last.filter(({ outcome }) => outcome === 'failed');
  const [first] = failed;
  const newest = failed.at(-1);
  if (first === undefined || newest === undefined) return null;
  if (last.slice(-FORGIVEN_AFTER).filter(({ outcome }) => outcome === 'ok').length === FORGIVEN_AFTER) return null;
  const answered = failed.filter(({ how }) => how === 'answered').length;
  const isEnough = answered >= ENOUGH_ANSWERED || failed.length >= ENOUGH_UNANSWERED;
  // More went wrong than right, or it is no trouble but an accident.
  if (!isEnough || failed.length * 2 <= last.length) return null;
  const isSilent = failed.every(({ how }) => how === 'silent');
  return { what, failed: failed.length, of: last.length, isSilent, since: first.at, until: newest.at + HELD_FOR_MS };
}

/** Of the events those that say something about now. */
export function recentOf(events: readonly EvidenceEvent[], now: number): EvidenceEvent[] {
  return events.filter(({ at }) => at <= now && now - at < WINDOW_MS);
}

/** Whether what the person met makes trouble possible. Never more than that: a page that says nothing may be right. */
export function weighEvidence(events: readonly EvidenceEvent[], now: number): Suspicion | null {
  const recent = recentOf(events, now);
  const found = weigh(recent, 'send') ?? weigh(recent, 'page') ?? weigh(recent, 'sign_in');
  return found !== null && now < found.until ? found : null;
}
