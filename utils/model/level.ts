/** How well something works according to a status page, best to worst. */
const KNOWN_LEVELS = ['operational', 'maintenance', 'degraded', 'partial_outage', 'major_outage'] as const;

export type KnownLevel = (typeof KNOWN_LEVELS)[number];

/** `unknown` is not ordered: it is neither better nor worse than a known level. */
export type Level = KnownLevel | 'unknown';

export const LEVELS = [...KNOWN_LEVELS, 'unknown'] as const satisfies readonly Level[];

/** Rank of a known level; 0 is operational. Null for `unknown`. */
function severityOf(level: Level): number | null {
  return level === 'unknown' ? null : KNOWN_LEVELS.indexOf(level);
}

/** A level that is worse than maintenance. */
export type TroubleLevel = Exclude<KnownLevel, 'operational' | 'maintenance'>;

/** Degraded or worse. Maintenance is planned, so it is not an outage. */
export function isTrouble(level: Level): level is TroubleLevel {
  return (severityOf(level) ?? 0) >= KNOWN_LEVELS.indexOf('degraded');
}

/** Whether `level` is known and strictly worse than `other`. Comparing with `unknown` is always false. */
export function isWorse(level: Level, other: Level): boolean {
  const [a, b] = [severityOf(level), severityOf(other)];
  return a !== null && b !== null && a > b;
}

/**
 * Combined level of several parts. A known outage outranks unknown; unknown outranks operational. An empty list is
 * `unknown`, never operational.
 */
export function worstOf(levels: readonly Level[]): Level {
  if (levels.length === 0) return 'unknown';
  const worstKnown = levels.reduce<Level>((worst, level) => (isWorse(level, worst) ? level : worst), 'operational');
  if (isTrouble(worstKnown)) return worstKnown;
  return levels.includes('unknown') ? 'unknown' : worstKnown;
}
