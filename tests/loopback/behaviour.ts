/** How a status page answers. Closed, so that every kind has its branch and its test. */
export type PageBehaviour =
  | { kind: 'well' }
  /** 200 with a web page where JSON is due. */
  | { kind: 'html' }
  /** The connection ends without an answer. */
  | { kind: 'dropped' }
  /** Headers and one byte, then nothing more, ever. */
  | { kind: 'stalled' }
  | { kind: 'slow'; delayMs: number }
  /** The first half of the JSON, under the right content type. */
  | { kind: 'truncated' }
  | { kind: 'status'; status: number; retryAfterSeconds?: number }
  /** `to` is a whole address. */
  | { kind: 'redirect'; to: string }
  /** A bot wall: 403, a web page, and closed to other origins. */
  | { kind: 'challenge' }
  /** The right JSON as `text/plain`. */
  | { kind: 'wrong-type' }
  /** A valid document that lists no components. */
  | { kind: 'empty' }
  /** A valid document of some other page. */
  | { kind: 'wrong-page' }
  /** Keeps sending bytes. */
  | { kind: 'endless' }
  /** The right JSON behind so many blanks, under its true length. */
  | { kind: 'huge'; bytes: number }
  /** One byte of the right JSON each second. */
  | { kind: 'trickle' }
  /** Keeps sending header lines, and never a body. */
  | { kind: 'endless-headers' }
  /** Each address leads on to another of its own. */
  | { kind: 'redirect-loop' }
  /** A small answer, packed, that unfolds to so many bytes. */
  | { kind: 'bomb'; bytes: number }
  /** The right JSON in bytes that are no letters of the charset it claims. */
  | { kind: 'wrong-charset' }
  /** A page that asks to sign in, with 200. */
  | { kind: 'sign-in' }
  /** A bot wall that anybody may read, with 200. */
  | { kind: 'open-challenge' }
  /** The right JSON in letters of two bytes each; `isMarked`: says so with its first two bytes. */
  | { kind: 'wide'; isMarked: boolean }
  /** What the page said so long ago. */
  | { kind: 'older-copy'; byMs: number }
  /** The same page, moved to incident.io: another identity in another dialect. */
  | { kind: 'incidentio' };

/** How a chat site answers when its page is opened. */
export type SiteBehaviour =
  /** `maxLength`: what a plain composer takes, in UTF-16 units; unlimited unless told. */
  | { kind: 'well'; maxLength?: number }
  | { kind: 'dropped' }
  | { kind: 'status'; status: number }
  /** Sends whoever is not known on to sign in. `to` is a whole address. */
  | { kind: 'redirect'; to: string };

/** How a chat site answers when a message is sent. */
export type SendBehaviour =
  | { kind: 'well' }
  /** Takes the message and never answers. */
  | { kind: 'hang' }
  | { kind: 'dropped' }
  /** 529 and 500 when it is sick, 429 for the person's own limit, 401 for a session that ended. */
  | { kind: 'status'; status: number };

/** A stretch of one behaviour. Offsets from the scenario's start in ms; `until` is excluded, null means for good. */
export interface Period<Behaviour> {
  from: number;
  until: number | null;
  behaviour: Behaviour;
}

/** The behaviour at an offset; of periods that overlap the last one listed holds, of none `otherwise`. */
export function behaviourAt<Behaviour>(
  periods: readonly Period<Behaviour>[],
  offsetMs: number,
  otherwise: Behaviour,
): Behaviour {
  const current = periods.findLast(({ from, until }) => from <= offsetMs && (until === null || offsetMs < until));
  return current?.behaviour ?? otherwise;
}
