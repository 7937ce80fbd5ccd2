import { sampleHistory } from '@/tests/fakes/sample-history';
import { CLAUDE_CORE, firstPageOf } from '@/tests/fakes/samples';
import type { History } from '@/utils/model/history';
import { NO_FILTER, NO_HISTORY, NO_HISTORY_SUMMARY } from '@/utils/model/history';
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

export const HISTORY_STATES: Record<string, GalleryState> = {
  history: history(),
  'history-open': history({ look: { ...LOOK, opened: new Set([`claude ${second}`]) }, hasOlder: false }),
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
