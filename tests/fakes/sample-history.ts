import type { History, PastTrouble, Span } from '@/utils/model/history';
import type { Impact, Incident } from '@/utils/model/report';
import { type IncidentRevisions, incidentAfter, type KeptIncident } from '@/utils/model/revisions';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Title, impact, minutes, and whether it names the chat; repeated every one to five days. */
const INCIDENTS: readonly [string, Impact, number, boolean][] = [
  ['Elevated errors on requests to several models', 'major', 47, true],
  ['Uploads fail for some', 'minor', 22, false],
  ['The chat is unavailable', 'critical', 131, true],
  ['Slow replies from Opus 5.5', 'minor', 18, true],
  ['Sign-in failures', 'major', 64, true],
  ['Console does not load', 'major', 33, false],
  ['Degraded performance', 'minor', 9, true],
];

export interface SampleHistoryOptions {
  now: number;
  days: number;
  /** Ids of a core component and of another one. */
  core: string;
  other: string;
}

function incidentAt(startedAt: number, index: number, { core, other }: SampleHistoryOptions): Incident {
  const [title, impact, minutes, isCore] = INCIDENTS[index % INCIDENTS.length] ?? [
    'Trouble',
    'major' as const,
    30,
    true,
  ];
  const end = startedAt + Math.round(minutes * (0.4 + (index % 9) / 4)) * MINUTE;
  return {
    id: `made-up-${index}`,
    kind: 'incident',
    title,
    impact,
    level: null,
    phase: 'resolved',
    startedAt,
    updatedAt: end,
    resolvedAt: end,
    isExplained: impact === 'critical',
    componentIds: [isCore ? core : other],
    updates: [
      { at: end, phase: 'resolved', text: 'This incident has been resolved.' },
      { at: startedAt + 12 * MINUTE, phase: 'identified', text: 'The cause is known, and a fix is being put in.' },
      { at: startedAt, phase: 'investigating', text: 'We are looking into reports of failing requests.' },
    ],
    url: `https://status.example.org/incidents/made-up-${index}`,
  };
}

/** Spans of readings from morning to evening on most days. */
function spansOf(incidents: readonly Incident[], { now, days }: SampleHistoryOptions): Span[] {
  const spans: Span[] = [];
  for (let ago = days; ago >= 0; ago -= 1) {
    const [from, to] = [now - ago * DAY - 6 * HOUR, Math.min(now, now - ago * DAY + 9 * HOUR)];
    if (ago % 7 === 3 || from >= to) continue;
    const met = incidents.filter((one) => one.startedAt < to && (one.resolvedAt ?? now) > from);
    spans.push({ from, to: ago % 7 === 5 ? from + 2 * HOUR : to, level: 'operational' });
    for (const one of met) {
      spans.push({ from: one.startedAt + 5 * MINUTE, to: one.resolvedAt ?? now, level: 'partial_outage' });
    }
  }
  return spans;
}

/** As read while it was going on: each post, and one incident in five was retitled and backdated. */
function revisionsOf(incident: Incident, index: number): IncidentRevisions {
  const { updates, startedAt, updatedAt } = incident;
  const isReworded = index % 5 === 0;
  const first = { ...incident, phase: 'investigating' as const, resolvedAt: null, updates: updates.slice(2) };
  const forms: [number, Incident][] = [
    [
      startedAt + 2 * MINUTE,
      isReworded ? { ...first, title: 'Some errors', startedAt: startedAt + 2 * MINUTE } : first,
    ],
    [startedAt + 14 * MINUTE, { ...first, phase: 'identified', updates: updates.slice(1) }],
    [Math.max(updatedAt, startedAt + 14 * MINUTE) + MINUTE, incident],
  ];
  let kept: KeptIncident | null = null;
  for (const [readAt, form] of forms) {
    const reading = { incident: form, platform: 'statuspage', readAt } as const;
    kept = incidentAfter(kept?.incident ?? null, kept?.revisions ?? null, reading);
  }
  return kept?.revisions ?? { id: incident.id, platform: 'statuspage', seenAt: startedAt, changes: [] };
}

/** Deterministic history of years: about one incident every two and a half days. */
export function sampleHistory(made: SampleHistoryOptions): History {
  const incidents: Incident[] = [];
  for (let at = made.now - made.days * DAY + 9 * HOUR, index = 0; at < made.now - DAY; index += 1) {
    incidents.push(incidentAt(at, index, made));
    at += (index % 3 === 0 ? 4 : 1.7) * DAY + (index % 5) * 2 * HOUR;
  }
  const core = incidents.filter(({ componentIds }) => componentIds.includes(made.core));
  const troubles = core.slice(-6, -2).map(
    ({ id, startedAt, resolvedAt }): PastTrouble => ({
      id,
      assistantId: 'claude',
      source: 'page',
      title: null,
      peak: 'partial_outage',
      startedAt,
      sensedAt: startedAt - 4 * MINUTE,
      seenAt: startedAt + 14 * MINUTE,
      endedAt: resolvedAt ?? startedAt,
      isEndKnown: true,
      isExplained: false,
      url: null,
    }),
  );
  const revisions = incidents.map((incident, index) => revisionsOf(incident, index));
  return { incidents, troubles, spans: spansOf(core, made), signals: [], revisions };
}
