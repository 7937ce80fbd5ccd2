import type { Level } from '@/utils/model/level';
import { lookUp } from './look-up';

/** Flashduty's words. One that is not here is unknown, never fine. Those for phases are Statuspage's. */
const LEVEL_WORDS: Readonly<Record<string, Level>> = {
  operational: 'operational',
  under_maintenance: 'maintenance',
  degraded: 'degraded',
  partial_outage: 'partial_outage',
  full_outage: 'major_outage',
};

export const levelOfWord = (word: string | null | undefined): Level => lookUp(LEVEL_WORDS, word) ?? 'unknown';
