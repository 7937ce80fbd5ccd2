import { english } from '@/tests/fakes/english';
import type { Status } from '@/utils/model/status';
import type { GalleryState } from '../gallery-state';
import { MINUTE, NOW } from '../moments';
import {
  CALM,
  episode,
  incident,
  maintenance,
  SLOW,
  SUSPECTED,
  SUSPICION,
  TROUBLE,
  verdict,
  withClaude,
} from '../pieces';

const monitored = incident({
  phase: 'monitoring',
  updates: [
    {
      at: NOW - 4 * MINUTE,
      phase: 'monitoring',
      text: 'A fix has been implemented and we are monitoring the results.',
    },
  ],
});

const LONG = 'Requests to several of our models are failing or take much longer than usual to complete';

const long = incident({
  title: LONG,
  updates: [{ at: NOW - 4 * MINUTE, phase: 'investigating', text: `${LONG}. `.repeat(4) }],
});

const STATUSES: Record<string, Status> = {
  suspected: withClaude('operational', SUSPECTED),
  'suspected-no-answer': withClaude('operational', { ...SUSPECTED, suspicion: { ...SUSPICION, isSilent: true } }),
  'suspected-ended-at-once': withClaude('operational', {
    ...SUSPECTED,
    suspicion: { ...SUSPICION, failed: 3, of: 3, isAtOnce: true },
  }),
  slow: withClaude('operational', { kind: 'suspected', suspicion: SLOW }),
  outage: TROUBLE,
  'recovery-alert-requested': { ...TROUBLE, awaited: { claude: { since: NOW - 5 * MINUTE, bringsForward: false } } },
  monitoring: withClaude('degraded', { since: NOW - 47 * MINUTE, incidents: [monitored] }, TROUBLE),
  'long-texts': withClaude('partial_outage', { since: NOW - 47 * MINUTE, incidents: [long] }, TROUBLE),
  'without-incident': withClaude('partial_outage', { since: NOW - 47 * MINUTE, incidents: [] }, TROUBLE),
  'major-outage': {
    ...withClaude('major_outage', { since: NOW - 47 * MINUTE, incidents: [incident()] }, TROUBLE),
    episodes: { claude: episode({ level: 'major_outage', peak: 'major_outage' }) },
  },
  unknown: withClaude('unknown', { reason: 'timeout', failure: 'timeout', checkedAt: NOW - 70 * MINUTE }, TROUBLE),
  maintenance: withClaude('maintenance', { since: NOW - 30 * MINUTE, maintenances: [maintenance()] }),
  'maintenance-soon': withClaude('operational', {
    ahead: [maintenance({ phase: 'scheduled', startsAt: NOW + 20 * MINUTE, endsAt: NOW + 80 * MINUTE })],
  }),
  recovered: {
    ...CALM,
    verdicts: { ...CALM.verdicts, claude: verdict('claude', 'operational') },
    recoveries: { claude: { episode: episode(), endedAt: NOW - MINUTE, isEndKnown: true } },
  },
};

export const BANNER_STATES: Record<string, GalleryState> = {
  ...Object.fromEntries(
    Object.entries(STATUSES).map(([name, status]) => [
      `banner-${name}`,
      { surface: 'banner', status, isListOpen: false },
    ]),
  ),
  'banner-saved-draft': { surface: 'banner', status: TROUBLE, isListOpen: false, isDraftKept: true },
  'banner-draft-copied': {
    surface: 'banner',
    status: TROUBLE,
    isListOpen: false,
    said: english('banner_draft_copied', 'ChatGPT'),
  },
  'banner-dark-theme': { surface: 'banner', status: TROUBLE, isListOpen: false, theme: 'dark' },
  'banner-fallbacks': { surface: 'banner', status: TROUBLE, isListOpen: true },
  'banner-fallbacks-conversation': { surface: 'banner', status: TROUBLE, isListOpen: true, carriesConversation: true },
  'banner-conversation-under-way': {
    surface: 'banner',
    status: TROUBLE,
    isListOpen: false,
    said: [
      english('banner_conversation_under_way', 'ChatGPT'),
      english('conversation_included', english('amount_last_other', '26', '14')),
      english('amount_room', 'ChatGPT'),
    ].join(' '),
  },
  'banner-fallbacks-files': { surface: 'banner', status: TROUBLE, isListOpen: true, reading: { hasFiles: true } },
  'banner-fallbacks-draft-unreadable': {
    surface: 'banner',
    status: TROUBLE,
    isListOpen: true,
    reading: { kind: 'unreadable' },
  },
  'banner-fallbacks-no-draft': { surface: 'banner', status: TROUBLE, isListOpen: true, reading: { kind: 'empty' } },
};
