import type { EvidenceEvent } from '@/utils/model/evidence';

const MINUTE = 60_000;
/** A page that gets no socket tries again at once, several times: also one that closed its socket itself, or was asleep. */
const ONE_TRY_MS = 20_000;
/** A socket that opened earlier may have opened in another network, without a proxy that blocks WebSockets. */
const OPENED_WITHIN_MS = 10 * MINUTE;

/**
 * A handshake that failed without an answer. Chromium gives one error for all causes: the site, a proxy, a captive portal, a
 * device that wakes up, and a page that closes its own socket.
 */
const isUnopened = ({ what, outcome, how }: EvidenceEvent): boolean =>
  what === 'handshake' && outcome === 'failed' && how !== 'answered';

/** Whether this handshake belongs to the same try as the last that failed without an answer. */
export function isSameTry(events: readonly EvidenceEvent[], handshake: EvidenceEvent): boolean {
  if (!isUnopened(handshake)) return false;
  const last = events.findLast(({ what }) => what === 'handshake');
  return last !== undefined && isUnopened(last) && Math.abs(handshake.at - last.at) < ONE_TRY_MS;
}

/** Whether a socket opened shortly before this time, or before the failed tries that led to it. */
export function hasOpenedBefore(events: readonly EvidenceEvent[], at: number): boolean {
  return events.some(
    (event) =>
      event.what === 'handshake' &&
      (event.outcome === 'ok' || event.hasOpened === true) &&
      at - event.at >= 0 &&
      at - event.at < OPENED_WITHIN_MS,
  );
}

/**
 * The handshakes that may make an issue possible. Those without an answer do so only where a socket opened shortly before, and
 * where the site has answered something else since the first of them: otherwise the cause may lie in between.
 */
export function countedHandshakes(events: readonly EvidenceEvent[]): EvidenceEvent[] {
  const handshakes = events.filter(({ what }) => what === 'handshake');
  const first = handshakes.find(isUnopened);
  const isReached =
    first !== undefined &&
    events.some(({ what, status, at }) => what !== 'handshake' && status !== null && at > first.at);
  return handshakes.filter((event) => !isUnopened(event) || (event.hasOpened === true && isReached));
}

/** Whether the last tries to open a socket failed without an answer, and more than once. For "Is it me?". */
export function areUnopened(events: readonly EvidenceEvent[]): boolean {
  const last = events.filter(({ what }) => what === 'handshake').slice(-2);
  return last.length > 1 && last.every(isUnopened);
}
