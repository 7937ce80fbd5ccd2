import { isTrouble, type Level, worstOf } from '@/utils/model/level';
import type { PageState } from './page-state';

const WORDS: Readonly<Record<Level, string>> = {
  operational: 'operational',
  maintenance: 'under_maintenance',
  degraded: 'degraded_performance',
  partial_outage: 'partial_outage',
  major_outage: 'major_outage',
  unknown: 'under_observation',
};

/** The word for a component's level; incident.io's imitation of the API uses the same ones. */
export function componentWord(level: Level): string {
  return WORDS[level];
}

/** The page-wide word. It is milder than the parts, as on the real pages: that is why nobody should judge by it. */
export function overallStatus(state: PageState): { indicator: string; description: string } {
  const levels = state.components.map(({ level }) => level);
  const worst = worstOf(levels);
  if (worst === 'major_outage') {
    return levels.every((level) => level === 'major_outage')
      ? { indicator: 'critical', description: 'Everything is down' }
      : { indicator: 'major', description: 'Some parts are down' };
  }
  if (isTrouble(worst)) return { indicator: 'minor', description: 'Some parts have trouble' };
  if (worst === 'maintenance') return { indicator: 'maintenance', description: 'Work is being done' };
  return { indicator: 'none', description: 'Nothing to report' };
}
