import { english } from '@/tests/fakes/english';
import { NO_EVIDENCE } from '@/utils/model/evidence';
import { DEFAULT_OPTIONS, type Options, SHARED_PARTS, SYNC_OFF } from '@/utils/model/options';
import { EMPTY_STATUS } from '@/utils/model/status';
import { withNotificationPrefs } from '@/utils/rules/settings/choices';
import { NOTHING_LOADED, type OptionsData, optionsPlace } from '@/utils/ui/options/state';
import type { GalleryState, OptionsStageState } from '../gallery-state';
import { HOUR, MINUTE, NOW } from '../moments';
import { EVIDENCE_LOG } from './evidence-log';
import { FOUND_PAGE, LIBRARY_PAGE, SINGLE_PAGE } from './own-pages';

const MADE: Options = {
  ...DEFAULT_OPTIONS,
  planB: ['gemini', 'own:1', 'local:ollama', 'copilot'],
  ownChats: [{ id: '1', name: 'Open WebUI', url: 'http://localhost:3000/' }],
  localModels: ['ollama'],
  signedIn: ['gemini'],
};

function options(hash: string, over: Partial<OptionsData> = {}): OptionsStageState {
  const grants = { origins: [], hasEvidence: false };
  const place = optionsPlace(hash);
  return { surface: 'options', data: { ...NOTHING_LOADED, isLoaded: true, place, granted: [], grants, ...over } };
}

const FULL: Partial<OptionsData> = {
  options: {
    ...MADE,
    watched: ['claude', 'gemini', 'copilot'],
    keepsDrafts: true,
    maintenanceNoticeHours: 2,
    quietHours: { isOn: true, from: 1350, until: 405 },
  },
  grants: {
    origins: ['https://claude.ai/*', 'https://github.com/*', 'https://old.example.org/*'],
    hasEvidence: true,
  },
  evidence: { ...NO_EVIDENCE, log: EVIDENCE_LOG },
  drafts: [
    { state: 'typed', assistantId: 'claude', tabId: 1, text: 'Why does this loop skip items?', at: NOW - 6 * MINUTE },
    { state: 'typed', assistantId: 'claude', tabId: 2, text: 'A letter to the landlord', at: NOW - 50 * MINUTE },
  ],
};

const MANAGED: Partial<OptionsData> = {
  options: { ...MADE, maintenanceNoticeHours: 4, quietHours: { isOn: true, from: 1320, until: 420 }, theme: 'dark' },
  granted: ['gemini'],
  preset: { parts: [...SHARED_PARTS], damaged: [] },
};

const OPEN = options('#assistants', { options: { ...DEFAULT_OPTIONS, watched: ['claude'] } });

export const OPTIONS_STATES: Record<string, GalleryState> = {
  'options-default': options(''),
  'options-assistants': options('#assistants', {
    ...FULL,
    options: {
      ...DEFAULT_OPTIONS,
      watched: ['claude', 'chatgpt', 'gemini', 'perplexity', 'page:1', 'mistral'],
      parts: { claude: ['0qbwn08sd68x'] },
      models: { claude: ['Opus', 'Sonnet'] },
      ownPages: [LIBRARY_PAGE],
    },
  }),
  'options-adding': { ...OPEN, isAdding: true },
  'options-adding-found': { ...OPEN, isAdding: true, typed: 'co' },
  'options-adding-no-match': { ...OPEN, isAdding: true, typed: 'A name that no assistant has' },
  'options-nothing-watched': options('#assistants', { options: { ...DEFAULT_OPTIONS, watched: [] } }),
  'options-custom-page-found': options('#assistants', {
    options: { ...DEFAULT_OPTIONS, watched: ['claude', 'page:1'], ownPages: [LIBRARY_PAGE] },
    search: { address: 'https://status.example.org/', outcome: { kind: 'found', page: FOUND_PAGE } },
  }),
  'options-custom-page-no-access': options('#own-pages', {
    search: { address: 'https://status.example.net/', outcome: { kind: 'needs_access', host: 'status.example.net' } },
  }),
  'options-custom-page-added': options('#own-pages', {
    options: { ...DEFAULT_OPTIONS, watched: ['claude', 'page:1'], ownPages: [SINGLE_PAGE] },
    search: { address: SINGLE_PAGE.address, outcome: { kind: 'added', name: SINGLE_PAGE.name } },
  }),
  'options-custom-page-incidents-only': options('#own-pages', {
    search: { address: 'https://status.example.com/', outcome: { kind: 'not_watchable', platform: 'feed' } },
  }),
  'options-managed': options('#assistants', MANAGED),
  'options-plan-b': options('#plan-b'),
  'options-fallbacks': options('#plan-b', {
    options: MADE,
    granted: ['gemini', 'own:1'],
    status: { ...EMPTY_STATUS, rehearsal: { to: 'gemini', at: NOW - 2 * HOUR, outcome: 'exact' } },
    localAnswers: { ollama: { kind: 'answers', models: 3 }, lm_studio: { kind: 'silent' } },
  }),
  'options-runbook': options('#runbook', {
    options: { ...MADE, carriesConversation: true },
    granted: ['gemini', 'own:1'],
    status: { ...EMPTY_STATUS, rehearsal: { to: 'gemini', at: NOW - 2 * HOUR, outcome: 'exact' } },
  }),
  'options-local-found': options('#plan-b', {
    localAnswers: { ollama: { kind: 'answers', models: 3 }, lm_studio: { kind: 'stranger' } },
  }),
  'options-finding': options('#plan-b', { isFindingModels: true }),
  'options-at-own-risk': options('#plan-b', { options: { ...MADE, planB: ['gemini', 'meta_ai', 'poe', 'own:1'] } }),
  'options-nothing-planned': options('#plan-b', { options: { ...DEFAULT_OPTIONS, planB: [] } }),
  'options-draft-waits': options('#plan-b', { testFailure: english('fallback_test_draft_waits') }),
  'options-managed-plan-b': options('#plan-b', MANAGED),
  'options-notices': options('#notices', {
    ...FULL,
    options: withNotificationPrefs(
      { ...DEFAULT_OPTIONS, watched: ['claude', 'chatgpt', 'gemini', 'copilot'] },
      'chatgpt',
      {
        updates: true,
        from: 'partial_outage',
      },
    ),
    status: { ...EMPTY_STATUS, snoozes: { claude: NOW + 3 * HOUR } },
  }),
  'options-notices-nothing-watched': options('#notices', { options: { ...DEFAULT_OPTIONS, watched: [] } }),
  'options-partly-managed': options('#notices', {
    preset: { parts: ['watched', 'loudness', 'ownChats'], damaged: ['quietHours', 'theme'] },
  }),
  'options-drafts': options('#drafts', FULL),
  'options-drafts-off': options('#drafts'),
  'options-drafts-restart': options('#drafts', {
    ...FULL,
    evidence: { ...NO_EVIDENCE, grantedAt: NOW - MINUTE },
    drafts: [],
  }),
  'options-missing-permissions': options('#drafts', {
    options: { ...DEFAULT_OPTIONS, watched: [], keepsDrafts: true },
    grants: { origins: [], hasEvidence: true },
  }),
  'options-granted': options('#permissions', FULL),
  'options-settings': options('#settings'),
  'options-synced': options('#settings', { sync: { ...SYNC_OFF, isOn: true } }),
  'options-sync-failing': options('#settings', {
    sync: { isOffered: true, isOn: true, hasFailed: true, unreadable: ['loudness'], tooLarge: ['ownChats'] },
  }),
  'options-sync-unavailable': options('#settings', { sync: { ...SYNC_OFF, isOffered: false } }),
  'options-managed-settings': options('#settings', MANAGED),
};
