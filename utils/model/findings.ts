import type { EvidenceSuspicion } from './evidence';
import type { Level } from './level';

/** What "Is it me?" looks at, in this order. */
export const CHECK_STEPS = ['browser', 'page', 'others', 'site', 'sends', 'maker'] as const;
export type CheckStep = (typeof CHECK_STEPS)[number];

/** How a host answered. */
export const ANSWERS = [
  'well',
  /** It says itself that it cannot: 5xx. */
  'sick',
  /** Something answers, but not with what was due. */
  'odd',
  /** Refused, dropped, name not found, or silent for too long. */
  'none',
  'not_allowed',
  /** Nobody could be asked, or the asking did not come to an end. */
  'not_known',
] as const;
export type Answer = (typeof ANSWERS)[number];

/** What came of opening a chat site's own address, without cookies. */
export type SiteProbe =
  /** `status` is null where the site sends on to another address. */
  { kind: 'answered'; status: number | null } | { kind: 'silent' } | { kind: 'not_allowed' };

/** Several of the person's own last messages failed. */
export const FAILING_SENDS = [
  /** With an error of the site's own: 5xx. */
  'failed',
  /** Cut off, or never answered. */
  'cut',
] as const;

/** What else the person's own last messages met. */
export const OTHER_SENDS = [
  'well',
  /** The last one failed, and that is too little to go by. */
  'once',
  /** 429. */
  'limited',
  /** 401 or 403. */
  'refused',
  /** Nothing was seen of them, or nothing may be. */
  'none',
] as const;

/** With the counts, where several failed: "4 of your last 5 messages failed." */
export type SendsFinding =
  | { kind: (typeof FAILING_SENDS)[number]; suspicion: EvidenceSuspicion }
  | { kind: (typeof OTHER_SENDS)[number]; suspicion: null };

/** What the maker says on the status page. */
export const MAKER_KINDS = [
  'well',
  'trouble',
  /** Trouble that names models; others may still work. */
  'models',
  /** The chat itself is well, another part of it is not. */
  'parts',
  'maintenance',
  /** An open incident makes an issue possible over operational components. */
  'incident',
  'unknown',
] as const;
export interface MakerFinding {
  kind: (typeof MAKER_KINDS)[number];
  /** That of the chat's core components. */
  level: Level;
  /** The models or parts, as the page names them; empty for the other kinds. */
  names: string[];
}

/** What was found so far; null where nobody has looked yet, or looking made no sense. */
export interface Findings {
  browser: 'online' | 'offline' | null;
  /** This assistant's status page. */
  page: Answer | null;
  /** Status pages of other makers: `well` when one of them answers. */
  others: Answer | null;
  /** The chat site itself, asked without cookies. */
  site: Answer | null;
  sends: SendsFinding | null;
  maker: MakerFinding | null;
}

export const NOTHING_FOUND: Findings = {
  browser: null,
  page: null,
  others: null,
  site: null,
  sends: null,
  maker: null,
};
