import type { SavedDraft } from '@/utils/model/drafts';
import type { PastTrouble } from '@/utils/model/history';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { GalleryState } from '../gallery-state';
import { DAY, HOUR, MINUTE, NOW } from '../moments';
import { PAST } from '../past';
import { CALM, episode, incident, popup, TROUBLE, verdict, withClaude } from '../pieces';

const started = NOW - 22 * MINUTE;
const monitored = incident({
  id: 'm',
  title: 'Conversations fail to load',
  phase: 'monitoring',
  startedAt: started,
  componentIds: [],
  updates: [
    {
      at: NOW - 4 * MINUTE,
      phase: 'monitoring',
      text: 'A fix has been implemented and we are monitoring the results.',
    },
  ],
});

/** The user's messages failed 12 min before the page reported it. */
const suspectedFirst = (trouble: PastTrouble): PastTrouble => ({
  ...trouble,
  sensedAt: trouble.startedAt - 10 * MINUTE,
  seenAt: trouble.startedAt + 2 * MINUTE,
});

const SEVERAL: Status = {
  ...TROUBLE,
  verdicts: {
    ...TROUBLE.verdicts,
    chatgpt: verdict('chatgpt', 'major_outage', { since: started, incidents: [monitored] }),
    copilot: verdict('copilot', 'operational'),
    gemini: verdict('gemini', 'operational'),
  },
  episodes: {
    ...TROUBLE.episodes,
    chatgpt: episode({ id: 'chatgpt-1', level: 'major_outage', peak: 'major_outage', startedAt: started }),
  },
};

const PROMPTS = [
  'Why does this loop skip every second item when I remove from the list inside it?\n\nHere is the code.',
  'A letter to the landlord about the heating',
  'Summarize the minutes of Tuesday',
];
const waiting = (number: number): SavedDraft => ({
  state: 'waiting',
  assistantId: 'claude',
  tabId: number,
  text: PROMPTS[number - 1] ?? '',
  at: NOW - (30 - number) * MINUTE,
});

const BACK: Status = {
  ...CALM,
  recoveries: {
    claude: {
      episode: episode({ startedAt: NOW - 80 * MINUTE, lastReadAt: NOW - 2 * MINUTE, isTold: true }),
      endedAt: NOW - 3 * MINUTE,
      isEndKnown: true,
    },
  },
};

export const OUTAGE_STATES: Record<string, GalleryState> = {
  outage: popup(TROUBLE),
  'outage-other-models': popup(
    withClaude('operational', {
      otherIncidents: [incident({ title: 'Elevated errors for Claude Sonnet 5' })],
      otherModels: ['Sonnet 5'],
    }),
    { options: { ...DEFAULT_OPTIONS, models: { claude: ['Opus'] } }, opened: ['claude'] },
  ),
  'outage-side-panel': popup(TROUBLE, { isBeside: true, opened: ['claude'] }),
  'outage-chat-in-front': popup(TROUBLE, { front: 'claude' }),
  'outage-conversation-offered': popup(TROUBLE, { front: 'claude', readable: ['claude'] }),
  'outage-conversation-chosen': popup(TROUBLE, {
    options: { ...DEFAULT_OPTIONS, carriesConversation: true },
    front: 'claude',
    readable: ['claude'],
  }),
  'outage-conversation-not-found': popup(TROUBLE, {
    options: { ...DEFAULT_OPTIONS, carriesConversation: true },
    front: 'claude',
    readable: ['claude'],
    transferState: { kind: 'refused', why: 'nothing_found' },
  }),
  'outage-files-stay': popup(TROUBLE, { front: 'claude', transferState: { kind: 'refused', why: 'files_stay' } }),
  'outage-draft-pending': popup(TROUBLE, {
    transfer: {
      id: 1,
      from: 'claude',
      to: 'chatgpt',
      text: 'Why does this loop skip items?',
      state: 'in_transit',
      startedAt: NOW - MINUTE,
      tabId: null,
      originTabId: null,
      isPrivate: false,
    },
  }),
  'outage-saved-drafts': popup(TROUBLE, {
    kept: {
      drafts: [
        {
          state: 'typed',
          assistantId: 'claude',
          tabId: 1,
          text: 'Why does this loop skip items?',
          at: NOW - 5 * MINUTE,
        },
        { state: 'typed', assistantId: 'claude', tabId: 2, text: 'A letter to the landlord', at: NOW - 50 * MINUTE },
      ],
      events: {},
    },
  }),
  'outage-draft-waiting': popup(
    { ...TROUBLE, awaited: { claude: { since: NOW - 20 * MINUTE, bringsForward: false } } },
    { kept: { drafts: [waiting(1)], events: {} } },
  ),
  'outage-draft-to-keep': popup(TROUBLE, {
    front: 'claude',
    kept: { drafts: [{ ...waiting(1), state: 'typed' }], events: {} },
  }),
  'draft-waiting-back': popup(BACK, { kept: { drafts: [waiting(1)], events: {} } }),
  'drafts-waiting-back': popup(BACK, { kept: { drafts: [waiting(1), waiting(2), waiting(3)], events: {} } }),
  'outage-custom-fallbacks': popup(
    {
      ...TROUBLE,
      verdicts: { ...TROUBLE.verdicts, gemini: verdict('gemini', 'operational') },
    },
    {
      options: {
        ...DEFAULT_OPTIONS,
        planB: ['gemini', 'own:1', 'local:ollama', 'chatgpt'],
        ownChats: [{ id: '1', name: 'Open WebUI', url: 'http://localhost:3000/' }],
        localModels: ['ollama'],
        signedIn: ['chatgpt'],
      },
      front: 'claude',
      fallbacks: { localAnswers: { ollama: { kind: 'answers', models: 3 } }, pasted: ['gemini', 'own:1'] },
    },
  ),
  'outage-details': popup(TROUBLE, { opened: ['claude'] }),
  'outage-details-known-history': popup(
    { ...TROUBLE, past: { claude: { ...PAST, listedSince: NOW - 95 * DAY, listedAt: NOW - HOUR } } },
    { opened: ['claude'], isBeside: true },
  ),
  'provider-confirmed-after-suspicion': popup(
    {
      ...TROUBLE,
      episodes: { claude: episode({ sensedAt: NOW - 62 * MINUTE, seenAt: NOW - 44 * MINUTE }) },
      past: { claude: { ...PAST, troubles: PAST.troubles.map(suspectedFirst) } },
    },
    { opened: ['claude'] },
  ),
  'several-outages': popup(SEVERAL),
  'no-fallback-up': popup({
    ...TROUBLE,
    verdicts: { ...TROUBLE.verdicts, chatgpt: verdict('chatgpt', 'unknown', { checkedAt: NOW - 2 * HOUR }) },
  }),
  'awaiting-second-reading': popup({
    ...withClaude('degraded', {}),
    episodes: {
      claude: episode({
        startedAt: NOW - 20_000,
        isStartKnown: false,
        level: 'degraded',
        peak: 'degraded',
        phase: null,
        incidentIds: [],
        readings: 1,
        isTold: false,
      }),
    },
  }),
  'outage-snoozed': popup({ ...TROUBLE, snoozes: { claude: NOW + 8 * HOUR } }),
  'recovery-alert-requested': popup({
    ...TROUBLE,
    awaited: { claude: { since: NOW - 5 * MINUTE, bringsForward: false } },
  }),
  'reported-works-for-me': popup({
    ...TROUBLE,
    reactions: { claude: { episodeId: 'claude-1', level: 'partial_outage', says: 'works', at: NOW - 5 * MINUTE } },
  }),
  recovered: popup({
    ...CALM,
    recoveries: { claude: { episode: episode(), endedAt: NOW - 8 * MINUTE, isEndKnown: true } },
  }),
  'recovered-still-broken': popup({
    ...CALM,
    recoveries: { claude: { episode: episode(), endedAt: NOW - 8 * MINUTE, isEndKnown: true } },
    reactions: { claude: { episodeId: 'claude-1', level: 'partial_outage', says: 'broken', at: NOW - 5 * MINUTE } },
  }),
  'copy-refused': popup(TROUBLE, { isCopyRefused: true }),
  'several-outages-details': popup(SEVERAL, { opened: ['claude'] }),
};
