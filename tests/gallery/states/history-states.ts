import { sampleHistory } from '@/tests/fakes/sample-history';
import { CLAUDE_CORE, firstPageOf } from '@/tests/fakes/samples';
import { type History, NO_FILTER, NO_HISTORY, NO_HISTORY_SUMMARY, type PastTrouble } from '@/utils/model/history';
import { incidentAfter, type KeptIncident } from '@/utils/model/revisions';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { type HistoryData, NOTHING_READ } from '@/utils/ui/history/state';
import type { TimelineLook } from '@/utils/ui/history/timeline';
import type { GalleryState } from '../gallery-state';
import { DAY, MINUTE, NOW } from '../moments';
import { PAST } from '../past';
import { CALM, incident, maintenance, page, TROUBLE, withClaude } from '../pieces';
import { DECISIONS } from './decisions';

const LOOK: TimelineLook = { filter: NO_FILTER, count: 8, opened: new Set() };

const claude = sampleHistory({ now: NOW, days: 100, core: CLAUDE_CORE, other: 'k8w3r06qmzrp' });
const conversations = firstPageOf('chatgpt').core[0]?.id ?? 'conversations';
const later: History = sampleHistory({ now: NOW - 3 * DAY, days: 30, core: conversations, other: 'other' });
const chatgpt: History = { ...later, troubles: [] };

const listed = (days: number) => ({ listedSince: NOW - days * DAY, listedAt: NOW - 3_600_000 });

const reported = page('claude', 'partial_outage');
const WITH_OPEN: Status = {
  ...TROUBLE,
  pages: {
    ...TROUBLE.pages,
    claude: { ...reported, report: reported.report && { ...reported.report, incidents: [incident()] } },
  },
};

function history(over: Partial<HistoryData> = {}): GalleryState {
  const data: HistoryData = {
    ...NOTHING_READ,
    isLoaded: true,
    status: {
      ...WITH_OPEN,
      past: { claude: { ...NO_HISTORY_SUMMARY, ...listed(80) }, chatgpt: { ...NO_HISTORY_SUMMARY, ...listed(25) } },
    },
    place: 'claude',
    histories: { claude, chatgpt },
    hasOlder: true,
    look: LOOK,
    ...over,
  };
  return { surface: 'history', data };
}

const upgrade = maintenance({
  id: 'm2',
  phase: 'scheduled',
  startsAt: NOW + 3 * DAY,
  endsAt: NOW + 3 * DAY + 40 * MINUTE,
});
const undated = maintenance({
  id: 'm3',
  title: 'Move to a new region',
  phase: 'scheduled',
  startsAt: null,
  endsAt: null,
  url: null,
});
const dropped = {
  id: 'm4',
  title: 'Planned sign-in maintenance',
  startsAt: NOW + DAY,
  endsAt: NOW + DAY + 30 * MINUTE,
};
const WITH_MAINTENANCE: Status = {
  ...withClaude('operational', { maintenances: [maintenance()], ahead: [upgrade, undated] }),
  past: WITH_OPEN.past,
  maintenances: {
    claude: [{ ...dropped, goneAt: NOW - MINUTE, noticed: ['maintenance_announced', 'maintenance_cancelled'] }],
  },
};

const second = claude.incidents.at(-2)?.id ?? '';

/** The second incident, as it was posted 19 min later: retitled, raised and backdated since. */
const retold = claude.incidents.at(-2) ?? incident();
const firstForm = {
  ...retold,
  title: 'Some requests fail',
  impact: 'minor' as const,
  phase: 'investigating' as const,
  startedAt: retold.startedAt + 15 * MINUTE,
  resolvedAt: null,
  updates: [
    {
      at: retold.startedAt + 15 * MINUTE,
      phase: 'investigating' as const,
      text: 'We are looking into reports of errors.',
    },
  ],
};
const readings = [
  { incident: firstForm, platform: 'statuspage' as const, readAt: retold.startedAt + 19 * MINUTE },
  { incident: retold, platform: 'statuspage' as const, readAt: (retold.resolvedAt ?? NOW) + 5 * MINUTE },
];
const kept = readings.reduce<KeptIncident | null>(
  (before, reading) => incidentAfter(before?.incident ?? null, before?.revisions ?? null, reading),
  null,
);
const changed = kept?.revisions ?? { id: retold.id, platform: 'statuspage' as const, seenAt: null, changes: [] };
const met: PastTrouble[] = [19, 7, 41].map((minutes, index) => ({
  id: `met-${index}`,
  assistantId: 'claude',
  source: 'page',
  title: null,
  peak: 'major_outage',
  startedAt: retold.startedAt - index * DAY,
  sensedAt: retold.startedAt - index * DAY,
  seenAt: retold.startedAt - index * DAY + minutes * MINUTE,
  endedAt: retold.resolvedAt ?? NOW,
  isEndKnown: true,
  isExplained: false,
  url: null,
}));
const CHANGED: Partial<HistoryData> = {
  histories: { claude: { ...claude, revisions: [changed] }, chatgpt },
  met: { claude: met },
  hasOlder: false,
};
const minuteAt = (minutes: number): HistoryData['minute'] => ({
  at: retold.startedAt + minutes * MINUTE,
  answers: {
    claude: {
      span: {
        from: retold.startedAt - DAY,
        to: retold.startedAt + DAY,
        level: minutes < 19 ? 'operational' : 'partial_outage',
      },
      signal: null,
      incidents: [{ incident: retold, revisions: changed }],
      troubles: met.slice(0, 1),
    },
    chatgpt: { span: null, signal: null, incidents: [], troubles: [] },
  },
});

export const HISTORY_STATES: Record<string, GalleryState> = {
  history: history(),
  'history-open': history({ look: { ...LOOK, opened: new Set([`claude ${second}`]) }, hasOlder: false }),
  'history-changed': history({ ...CHANGED, look: { ...LOOK, count: 3, opened: new Set([`claude ${second}`]) } }),
  'history-minute': history({ ...CHANGED, look: { ...LOOK, count: 3 }, minute: minuteAt(25) }),
  'history-minute-before': history({ ...CHANGED, place: 'compare', look: { ...LOOK, count: 3 }, minute: minuteAt(6) }),
  'history-report': history({ ...CHANGED, report: { kind: 'outage', key: `claude ${second}` } }),
  'history-report-month': history({
    place: 'compare',
    report: { kind: 'month', from: Date.UTC(2026, 7, 1), to: Date.UTC(2026, 8, 1) },
  }),
  'history-compare': history({ place: 'compare' }),
  'history-compare-table': history({ place: 'compare', isTable: true }),
  'history-table': history({ isTable: true }),
  'history-maintenance': history({ status: WITH_MAINTENANCE, hasOlder: false }),
  'history-maintenance-compare': history({ status: WITH_MAINTENANCE, place: 'compare', hasOlder: false }),
  'history-week': history({ days: 7 }),
  'history-search': history({
    look: { ...LOOK, filter: { text: 'signing', level: 'partial_outage', isCoreOnly: true } },
  }),
  'history-nothing': history({ status: EMPTY_STATUS, histories: {}, hasOlder: false }),
  'history-little': history({
    status: { ...CALM, past: {} },
    histories: {
      claude: { ...NO_HISTORY, spans: [{ from: NOW - 6 * MINUTE, to: NOW, level: 'partial_outage' }] },
    },
    hasOlder: false,
    days: 7,
  }),
  'history-seen-only': history({
    status: { ...CALM, past: {} },
    histories: { claude: { ...NO_HISTORY, spans: claude.spans } },
    hasOlder: false,
  }),
  'history-log': history({
    status: {
      ...CALM,
      decisions: DECISIONS,
      pages: {
        ...CALM.pages,
        chatgpt: {
          address: null,
          report: null,
          readAt: NOW - 51 * MINUTE,
          triedAt: NOW - 2 * MINUTE,
          listTriedAt: null,
          failure: { kind: 'http_error', status: 503 },
          failures: 7,
          detected: null,
          probedAt: null,
          otherHost: null,
          answeredMs: null,
          foundParts: [],
        },
      },
    },
    place: 'compare',
    histories: {},
    hasOlder: false,
    isLogOpen: true,
  }),
  'history-promised': history({ place: 'gemini', hasOlder: false }),
  'history-refused': history({
    status: { ...EMPTY_STATUS, past: { claude: PAST } },
    histories: {},
    isRefused: true,
    damaged: 2,
    hasOlder: false,
  }),
};
