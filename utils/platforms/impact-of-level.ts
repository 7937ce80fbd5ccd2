import type { Level } from '@/utils/model/level';
import type { Impact } from '@/utils/model/report';

const IMPACTS: Readonly<Record<Level, Impact>> = {
  operational: 'none',
  maintenance: 'maintenance',
  degraded: 'minor',
  partial_outage: 'major',
  major_outage: 'critical',
  unknown: 'unknown',
};

/** For dialects that have one scale for parts and incidents: how much an incident of that level weighs. */
export const impactOfLevel = (level: Level): Impact => IMPACTS[level];
