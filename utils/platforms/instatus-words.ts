import type { Level } from '@/utils/model/level';
import type { IncidentPhase, MaintenancePhase } from '@/utils/model/report';
import { lookUp } from './look-up';

/** Instatus's words for parts and for the impact of incidents. A word that is not here is unknown, never fine. */
const LEVEL_WORDS: Readonly<Record<string, Level>> = {
  OPERATIONAL: 'operational',
  UNDERMAINTENANCE: 'maintenance',
  DEGRADEDPERFORMANCE: 'degraded',
  // Nothing says how a minor outage differs from a partial one; an outage of some is what both say.
  MINOROUTAGE: 'partial_outage',
  PARTIALOUTAGE: 'partial_outage',
  MAJOROUTAGE: 'major_outage',
};

const INCIDENT_WORDS: Readonly<Record<string, IncidentPhase>> = {
  INVESTIGATING: 'investigating',
  IDENTIFIED: 'identified',
  MONITORING: 'monitoring',
  RESOLVED: 'resolved',
};

const MAINTENANCE_WORDS: Readonly<Record<string, MaintenancePhase>> = {
  NOTSTARTEDYET: 'scheduled',
  INPROGRESS: 'in_progress',
  COMPLETED: 'completed',
};

type Word = string | null | undefined;
export const levelOfWord = (word: Word): Level => lookUp(LEVEL_WORDS, word) ?? 'unknown';
/** A word that nobody knows must not close an incident. */
export const incidentPhaseOfWord = (word: Word): IncidentPhase => lookUp(INCIDENT_WORDS, word) ?? 'investigating';
export const maintenancePhaseOfWord = (word: Word): MaintenancePhase => lookUp(MAINTENANCE_WORDS, word) ?? 'scheduled';
