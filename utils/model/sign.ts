import type { Verdict } from './verdict';

/** The shapes that stand for verdicts, calmest first; `offline` is the browser's own state. */
export const SIGNS = [
  'up',
  'maintenance',
  'unknown',
  'suspected',
  'degraded',
  'partial_outage',
  'major_outage',
  'offline',
] as const;
export type Sign = (typeof SIGNS)[number];

export function signOf(verdict: Verdict): Sign {
  if (verdict.kind === 'suspected') return 'suspected';
  return verdict.level === 'operational' ? 'up' : verdict.level;
}

/** The one that must be seen first. Nothing to show is unknown. */
export function gravest(signs: readonly Sign[]): Sign {
  if (signs.length === 0) return 'unknown';
  return signs.reduce((a, b) => (SIGNS.indexOf(b) > SIGNS.indexOf(a) ? b : a));
}
