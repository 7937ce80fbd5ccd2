import { english } from '@/tests/fakes/english';
import { NO_EVIDENCE } from '@/utils/model/evidence';
import { DEFAULT_OPTIONS, type Options, SHARED_PARTS, SYNC_OFF } from '@/utils/model/options';
import { EMPTY_STATUS } from '@/utils/model/status';
import { NOTHING_LOADED, type OptionsData } from '@/utils/ui/options/state';
import type { GalleryState } from '../gallery-state';
import { HOUR, MINUTE, NOW } from '../moments';
import { EVIDENCE_LOG } from './evidence-log';
import { FOUND_PAGE, LIBRARY_PAGE } from './own-pages';

const MADE: Options = {
  ...DEFAULT_OPTIONS,
  planB: ['gemini', 'own:1', 'local:ollama', 'copilot'],
  ownChats: [{ id: '1', name: 'Open WebUI', url: 'http://localhost:3000/' }],
  localModels: ['ollama'],
  signedIn: ['gemini'],
};

function options(over: Partial<OptionsData> = {}): GalleryState {
  const grants = { origins: [], hasEvidence: false };
  return { surface: 'options', data: { ...NOTHING_LOADED, isLoaded: true, granted: [], grants, ...over } };
}

export const OPTIONS_STATES: Record<string, GalleryState> = {
  'options-default': options(),
  'options-fallbacks': options({
    options: MADE,
    granted: ['gemini', 'own:1'],
    status: {
      ...EMPTY_STATUS,
      snoozes: { claude: NOW + 3 * HOUR },
      rehearsal: { to: 'gemini', at: NOW - 2 * HOUR, outcome: 'exact' },
    },
    localAnswers: { ollama: { kind: 'answers', models: 3 }, lm_studio: { kind: 'silent' } },
  }),
  'options-local-found': options({
    localAnswers: { ollama: { kind: 'answers', models: 3 }, lm_studio: { kind: 'stranger' } },
  }),
  'options-granted': options({
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
  }),
  'options-missing-permissions': options({
    options: { ...DEFAULT_OPTIONS, watched: [], keepsDrafts: true },
    grants: { origins: [], hasEvidence: true },
  }),
  'options-custom-page-found': options({
    options: { ...DEFAULT_OPTIONS, watched: ['claude', 'page:1'], ownPages: [LIBRARY_PAGE] },
    search: { address: 'https://status.example.org/', outcome: { kind: 'found', page: FOUND_PAGE } },
  }),
  'options-custom-page-no-access': options({
    search: { address: 'https://status.example.net/', outcome: { kind: 'needs_access', host: 'status.example.net' } },
  }),
  'options-finding': options({ isFindingModels: true }),
  'options-at-own-risk': options({ options: { ...MADE, planB: ['gemini', 'meta_ai', 'poe', 'own:1'] } }),
  'options-nothing-planned': options({ options: { ...DEFAULT_OPTIONS, planB: [] } }),
  'options-synced': options({ sync: { ...SYNC_OFF, isOn: true } }),
  'options-sync-failing': options({
    sync: { isOffered: true, isOn: true, hasFailed: true, unreadable: ['loudness'], tooLarge: ['ownChats'] },
  }),
  'options-sync-unavailable': options({ sync: { ...SYNC_OFF, isOffered: false } }),
  'options-managed': options({
    options: { ...MADE, maintenanceNoticeHours: 4, quietHours: { isOn: true, from: 1320, until: 420 }, theme: 'dark' },
    granted: ['gemini'],
    preset: { parts: [...SHARED_PARTS], damaged: [] },
  }),
  'options-partly-managed': options({
    preset: { parts: ['watched', 'loudness', 'ownChats'], damaged: ['quietHours', 'theme'] },
  }),
  'options-draft-waits': options({ testFailure: english('fallback_test_draft_waits') }),
};
