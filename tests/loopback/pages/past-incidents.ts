import type { ScenarioIncident } from '@/tests/loopback/scenario';
import { componentMoments } from '@/tests/loopback/scenarios/component-moments';
import { DAY, MINUTE } from '@/tests/loopback/scenarios/duration';
import type { Level } from '@/utils/model/level';
import type { Impact } from '@/utils/model/report';
import type { PageHistory } from './loopback-page';
import { madeUpId } from './made-up-id';

/** A small incident that ended long before every scenario. */
export interface PastIncident {
  /** Days before the scenario's start. */
  daysAgo: number;
  lastsMinutes: number;
  impact: Impact;
  title: string;
  /** The level of its components follows from its impact. */
  componentIds: readonly string[];
}

const LEVELS: Readonly<Record<Impact, Level>> = {
  none: 'operational',
  minor: 'degraded',
  major: 'partial_outage',
  critical: 'major_outage',
  maintenance: 'maintenance',
  unknown: 'unknown',
};
const BEGINNINGS = ['We are currently investigating this issue.', 'We are investigating reports of this issue.'];
const CAUSES = [
  'The issue has been identified and a fix is being implemented.',
  'We have identified the cause and are working on a fix.',
];
const ENDS = [
  'This incident has been resolved.',
  'This issue has been resolved. Thank you for your patience.',
  'The fix has been deployed and service has returned to normal.',
];

export function pastIncidents(platform: 'statuspage' | 'incidentio', rows: readonly PastIncident[]): PageHistory {
  return {
    componentMoments: rows.flatMap(({ daysAgo, lastsMinutes, impact, componentIds }) => [
      ...componentMoments(beginOf(daysAgo), LEVELS[impact], componentIds),
      ...componentMoments(beginOf(daysAgo) + lastsMinutes * MINUTE, 'operational', componentIds),
    ]),
    incidents: rows.map((row, index) => incidentOf(madeUpId(platform, row.title), row, index)),
  };
}

function incidentOf(id: string, row: PastIncident, index: number): ScenarioIncident {
  const { daysAgo, lastsMinutes, impact, title, componentIds } = row;
  const begin = beginOf(daysAgo);
  const one = (texts: readonly string[]) => texts[index % texts.length] ?? '';
  return {
    id,
    title,
    impact,
    componentIds,
    updates: [
      { at: begin, label: 'investigating', text: one(BEGINNINGS) },
      { at: begin + (lastsMinutes / 2) * MINUTE, label: 'identified', text: one(CAUSES) },
      { at: begin + lastsMinutes * MINUTE, label: 'resolved', text: one(ENDS) },
    ],
  };
}

/** In whole minutes. */
function beginOf(daysAgo: number): number {
  return -Math.round((daysAgo * DAY) / MINUTE) * MINUTE;
}
