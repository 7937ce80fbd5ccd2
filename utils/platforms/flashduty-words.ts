import type { Level } from '@/utils/model/level';
import type { MaintenancePhase } from '@/utils/model/report';
import { lookUp } from './look-up';
import { maintenancePhaseIn } from './read-statuspage-incidents';

/** Flashduty's words. One that is not here is unknown, never fine. */
const LEVEL_WORDS: Readonly<Record<string, Level>> = {
  operational: 'operational',
  under_maintenance: 'maintenance',
  degraded: 'degraded',
  partial_outage: 'partial_outage',
  full_outage: 'major_outage',
};

/** Words for phases are Statuspage's, but for that of work under way (Flashduty's documentation of changes; none was recorded). */
export const maintenancePhaseOfWord = (word: string | null | undefined): MaintenancePhase | null =>
  word === 'ongoing' ? 'in_progress' : maintenancePhaseIn(word);

export const levelOfWord = (word: string | null | undefined): Level => lookUp(LEVEL_WORDS, word) ?? 'unknown';
