import type { PastTrouble } from '@/utils/model/history';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import type { GalleryState } from '../gallery-state';
import { HOUR, MINUTE, NOW } from '../moments';
import { PAST } from '../past';
import { CALM, episode, incident, popup, TROUBLE, verdict, withClaude } from '../pieces';
import { DECISIONS } from './decisions';

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

/** Met 12 min before its page told. */
const led = (trouble: PastTrouble): PastTrouble => ({
  ...trouble,
  sensedAt: trouble.startedAt - 10 * MINUTE,
  seenAt: trouble.startedAt + 2 * MINUTE,
});

export const TROUBLE_STATES: Record<string, GalleryState> = {
  trouble: popup(TROUBLE),
  'trouble-beside': popup(TROUBLE, { isBeside: true, opened: ['claude'] }),
  'trouble-in-front': popup(TROUBLE, { front: 'claude' }),
  'trouble-draft-kept': popup(TROUBLE, {
    carry: {
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
  'trouble-typing-kept': popup(TROUBLE, {
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
  'trouble-plan-b': popup(
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
      ways: { localAnswers: { ollama: { kind: 'answers', models: 3 } }, pasted: ['gemini', 'own:1'] },
    },
  ),
  'trouble-open': popup(TROUBLE, { opened: ['claude'] }),
  'trouble-led': popup(
    {
      ...TROUBLE,
      episodes: { claude: episode({ sensedAt: NOW - 62 * MINUTE, seenAt: NOW - 44 * MINUTE }) },
      past: { claude: { ...PAST, troubles: PAST.troubles.map(led) } },
    },
    { opened: ['claude'] },
  ),
  several: popup({
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
  }),
  'nobody-to-go-on-with': popup({
    ...TROUBLE,
    verdicts: { ...TROUBLE.verdicts, chatgpt: verdict('chatgpt', 'unknown', { checkedAt: NOW - 2 * HOUR }) },
  }),
  held: popup({
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
  'trouble-snoozed': popup({ ...TROUBLE, snoozes: { claude: NOW + 8 * HOUR } }),
  awaited: popup({ ...TROUBLE, awaited: { claude: { since: NOW - 5 * MINUTE, bringsForward: false } } }),
  reacted: popup({
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
  why: popup(
    {
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
        },
      },
    },
    { opened: ['why'] },
  ),
};
