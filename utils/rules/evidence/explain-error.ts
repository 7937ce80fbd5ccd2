import type { ErrorMeaning } from '@/utils/model/diagnosis';

interface ErrorRow {
  meaning: ErrorMeaning;
  /** Texts as chat sites write them, offered for selection. */
  samples: readonly [string, ...string[]];
  /** Matches the error texts. Numbers match as whole words only. */
  pattern: RegExp;
}

/** Meanings of error texts, most specific first: many texts match two. */
export const ERROR_ROWS: readonly ErrorRow[] = [
  {
    meaning: 'limit',
    samples: ['Too many requests', '429'],
    pattern:
      /\b429\b|too many (?:requests|messages)|rate.?limit|(?:usage|message) limit|limit (?:reached|exceeded|resets?|will reset)|(?:hit|reached) (?:your|the)\b.{0,40}\blimit|out of (?:free )?messages|(?:nachrichten|nutzungs)limit|limit (?:ist )?erreicht|limit wird|zu viele (?:anfragen|nachrichten)/i,
  },
  { meaning: 'overloaded', samples: ['Overloaded', '529'], pattern: /\b529\b|overloaded|at capacity|high demand/i },
  {
    meaning: 'signed_out',
    samples: ['Session expired', '401'],
    pattern:
      /\b401\b|unauthori[sz]ed|session (?:has |is )?(?:expired|invalid)|(?:log|sign) in again|not (?:logged|signed) in/i,
  },
  {
    meaning: 'refused',
    samples: ['Access denied', '403'],
    pattern: /\b403\b|forbidden|access denied|unable to verify|not available in your (?:country|region)/i,
  },
  {
    meaning: 'missing',
    samples: ['Conversation not found', '404'],
    pattern:
      /\b404\b|(?:conversation|chat|history)\b.{0,40}(?:not found|missing|gone|unavailable|not load|n[’']t (?:be )?load)|unable to load (?:conversation|history|chat)/i,
  },
  {
    meaning: 'unavailable',
    samples: ['Service unavailable', '503'],
    pattern: /\b503\b|(?:service|temporarily) unavailable/i,
  },
  {
    meaning: 'gateway',
    samples: ['Bad gateway', '502', 'Gateway timeout', '504'],
    pattern: /\b50[24]\b|bad gateway|gateway time-?out/i,
  },
  {
    meaning: 'server_error',
    samples: ['Internal server error', '500'],
    pattern: /\b500\b|internal (?:server )?error/i,
  },
  {
    meaning: 'network',
    samples: ['Network error', 'Failed to fetch'],
    pattern:
      /network ?error|failed to fetch|err_[a-z_]+|connection (?:was )?(?:lost|reset|refused|closed|timed out)|check your (?:internet )?connection/i,
  },
  {
    meaning: 'vague',
    samples: ['Something went wrong', 'Request failed'],
    pattern: /something went wrong|request failed|an error (?:has )?occurred|unexpected error|try again/i,
  },
];

/** A longer paste is a whole page; the error is near its beginning. */
const MAX_LENGTH = 2_000;

/** The meaning of an error text; null if it is not recognized. */
export function explainError(text: string): ErrorMeaning | null {
  const start = text.slice(0, MAX_LENGTH);
  return ERROR_ROWS.find(({ pattern }) => pattern.test(start))?.meaning ?? null;
}
