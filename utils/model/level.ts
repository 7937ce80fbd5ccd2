/** How well something works, as a status page tells it, from best to worst. */
const KNOWN_LEVELS = ['operational', 'maintenance', 'degraded', 'partial_outage', 'major_outage'] as const;

export type KnownLevel = (typeof KNOWN_LEVELS)[number];

/** `unknown` stands outside the order: it is neither better nor worse than a known level. */
export type Level = KnownLevel | 'unknown';

export const LEVELS = [...KNOWN_LEVELS, 'unknown'] as const satisfies readonly Level[];

/** How bad a known level is; 0 is operational. Null for `unknown`, which has no place in the order. */
function severityOf(level: Level): number | null {
  return level === 'unknown' ? null : KNOWN_LEVELS.indexOf(level);
}

/** A level that is worse than planned maintenance. */
export type TroubleLevel = Exclude<KnownLevel, 'operational' | 'maintenance'>;

/** Degraded or worse. Maintenance is planned, so it is no trouble. */
export function isTrouble(level: Level): level is TroubleLevel {
  return (severityOf(level) ?? 0) >= KNOWN_LEVELS.indexOf('degraded');
}

/** Whether `level` is known and strictly worse than `other`. Nothing is worse or better than `unknown`. */
export function isWorse(level: Level, other: Level): boolean {
  const [a, b] = [severityOf(level), severityOf(other)];
  return a !== null && b !== null && a > b;
}

/**
 * The level of a whole from the levels of its parts. Trouble that is known outweighs something unknown beside
 * it; something unknown outweighs what is well. No parts at all is `unknown`, never operational.
 */
export function worstOf(levels: readonly Level[]): Level {
  if (levels.length === 0) return 'unknown';
  const worstKnown = levels.reduce<Level>((worst, level) => (isWorse(level, worst) ? level : worst), 'operational');
  if (isTrouble(worstKnown)) return worstKnown;
  return levels.includes('unknown') ? 'unknown' : worstKnown;
}
