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

/** The word for a component's level, also in incident.io's version of the API. */
export function componentWord(level: Level): string {
  return WORDS[level];
}

/** The word for the whole page. As on real pages it is milder than the components, so it must not decide a level. */
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
