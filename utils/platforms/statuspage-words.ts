import type { Level } from '@/utils/model/level';
import type { Impact, IncidentPhase, MaintenancePhase } from '@/utils/model/report';
import { lookUp } from './look-up';

/** Words of Statuspage and of incident.io's likeness of it. A word that is not here is unknown, never fine. */
const LEVEL_WORDS: Readonly<Record<string, Level>> = {
  operational: 'operational',
  under_maintenance: 'maintenance',
  degraded_performance: 'degraded',
  partial_outage: 'partial_outage',
  major_outage: 'major_outage',
  // incident.io's native word for the same.
  full_outage: 'major_outage',
};

const INCIDENT_WORDS: Readonly<Record<string, IncidentPhase>> = {
  investigating: 'investigating',
  identified: 'identified',
  // incident.io knows "fixing" between identified and monitoring.
  fixing: 'identified',
  monitoring: 'monitoring',
  resolved: 'resolved',
  // Comes after resolved; used in real data though the official list lacks it.
  postmortem: 'resolved',
};

const MAINTENANCE_WORDS: Readonly<Record<string, MaintenancePhase>> = {
  scheduled: 'scheduled',
  in_progress: 'in_progress',
  verifying: 'verifying',
  completed: 'completed',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  // incident.io's words (api-docs.incident.io, "Status Pages": maintenance updates).
  maintenance_scheduled: 'scheduled',
  maintenance_in_progress: 'in_progress',
  maintenance_complete: 'completed',
};

const IMPACT_WORDS: Readonly<Record<string, Impact>> = {
  none: 'none',
  minor: 'minor',
  major: 'major',
  critical: 'critical',
  maintenance: 'maintenance',
};

type Word = string | null | undefined;
export const levelOfWord = (word: Word): Level => lookUp(LEVEL_WORDS, word) ?? 'unknown';
export const incidentPhaseOfWord = (word: Word): IncidentPhase | null => lookUp(INCIDENT_WORDS, word);
export const maintenancePhaseOfWord = (word: Word): MaintenancePhase | null => lookUp(MAINTENANCE_WORDS, word);
export const impactOfWord = (word: Word): Impact => lookUp(IMPACT_WORDS, word) ?? 'unknown';
