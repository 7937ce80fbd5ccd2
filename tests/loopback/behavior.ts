import type { LongConversation } from './chat-sites/long-conversation';

/** How a status page answers. A closed union, so every kind has a branch and a test. */
export type PageBehavior =
  | { kind: 'well' }
  /** 200 with HTML instead of JSON. */
  | { kind: 'html' }
  /** The connection is closed without an answer. */
  | { kind: 'dropped' }
  /** Sends headers and one byte, then nothing. */
  | { kind: 'stalled' }
  | { kind: 'slow'; delayMs: number }
  /** The first half of the JSON, with the right content type. */
  | { kind: 'truncated' }
  | { kind: 'status'; status: number; retryAfterSeconds?: number }
  /** `to` is an absolute address. */
  | { kind: 'redirect'; to: string }
  /** A bot wall: 403 with HTML and without CORS. */
  | { kind: 'challenge' }
  /** The right JSON as `text/plain`. */
  | { kind: 'wrong-type' }
  /** A valid document without components. */
  | { kind: 'empty' }
  /** A valid document of another page. */
  | { kind: 'wrong-page' }
  /** Sends bytes without end. */
  | { kind: 'endless' }
  /** The right JSON behind this many blanks, with the true Content-Length. */
  | { kind: 'huge'; bytes: number }
  /** One byte of the right JSON per second. */
  | { kind: 'trickle' }
  /** Sends header lines without end and no body. */
  | { kind: 'endless-headers' }
  /** Every address redirects to another address of the host. */
  | { kind: 'redirect-loop' }
  /** A small compressed body that unpacks to this many bytes. */
  | { kind: 'bomb'; bytes: number }
  /** The right JSON in bytes that are invalid in the declared charset. */
  | { kind: 'wrong-charset' }
  /** A sign-in page with status 200. */
  | { kind: 'sign-in' }
  /** A bot wall with CORS and status 200. */
  | { kind: 'open-challenge' }
  /** The right JSON in UTF-16; `isMarked`: with a byte order mark. */
  | { kind: 'wide'; isMarked: boolean }
  /** The document of this many milliseconds ago. */
  | { kind: 'older-copy'; byMs: number }
  /** The page after a move to incident.io: another identity and another format. */
  | { kind: 'incidentio' };

/**
 * The file input next to a composer. `keeps`: its files stay in it. `clears`: the page takes them out and shows them.
 * `refuses`: the page takes them out and shows nothing.
 */
export interface Uploader {
  does: 'keeps' | 'clears' | 'refuses';
  accept?: string;
  isSingle?: boolean;
}

/** How a chat site answers when its page is opened. */
export type SiteBehavior =
  /**
   * `maxLength`: limit of a plain composer in UTF-16 units; unlimited by default. `conversation`: shown in place of the
   * short one.
   */
  | { kind: 'well'; maxLength?: number; conversation?: LongConversation; uploader?: Uploader }
  | { kind: 'dropped' }
  | { kind: 'status'; status: number }
  /** Begins the page and never ends it. */
  | { kind: 'stalled' }
  /** Redirects visitors without cookies to sign in. `to` is an absolute address. */
  | { kind: 'redirect'; to: string };

/** How a chat site answers when a message is sent, or when a WebSocket for messages is opened. */
export type SendBehavior =
  /** `wordMs`: the time between two words of the answer, ms. */
  | { kind: 'well'; wordMs?: number }
  /** Accepts the message and never answers. */
  | { kind: 'hang' }
  | { kind: 'dropped' }
  /** Closes the connection in the middle of the stream. */
  | { kind: 'cut' }
  /** 200 and a stream whose only event is an error. */
  | { kind: 'error-event' }
  /** 200 and a stream without any event. */
  | { kind: 'empty' }
  /** The right answer, after a wait. */
  | { kind: 'slow'; delayMs: number; wordMs?: number }
  /** 404 on 3 September 2026, 529 and 500 in an outage, 429 for the user's limit, 401 for an expired session. */
  | { kind: 'status'; status: number; retryAfterSeconds?: number };

/** A period with one behavior. Offsets from the scenario's start in ms; `until` is exclusive, null means no end. */
export interface Period<Behavior> {
  from: number;
  until: number | null;
  behavior: Behavior;
}

/** The behavior at an offset: the last listed period that contains it, or `otherwise`. */
export function behaviorAt<Behavior>(
  periods: readonly Period<Behavior>[],
  offsetMs: number,
  otherwise: Behavior,
): Behavior {
  const current = periods.findLast(({ from, until }) => from <= offsetMs && (until === null || offsetMs < until));
  return current?.behavior ?? otherwise;
}
