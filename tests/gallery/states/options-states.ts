import { english } from '@/tests/fakes/english';
import { NO_EVIDENCE } from '@/utils/model/evidence';
import { DEFAULT_OPTIONS, NO_PRESET, type Options, SHARED_PARTS, SYNC_OFF } from '@/utils/model/options';
import { EMPTY_STATUS } from '@/utils/model/status';
import type { OptionsInput } from '@/utils/ui/options/view';
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

function options(over: Partial<OptionsInput> = {}, said = ''): GalleryState {
  const input: OptionsInput = {
    options: DEFAULT_OPTIONS,
    status: EMPTY_STATUS,
    granted: [],
    localAnswers: {},
    isFinding: false,
    grants: { origins: [], hasEvidence: false },
    evidence: NO_EVIDENCE,
    drafts: [],
    search: null,
    preset: NO_PRESET,
    sync: SYNC_OFF,
    ...over,
  };
  return { surface: 'options', input, said };
}

export const OPTIONS_STATES: Record<string, GalleryState> = {
  'options-first': options(),
  'options-plan-made': options({
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
  'options-lacking': options({
    options: { ...DEFAULT_OPTIONS, watched: [], keepsDrafts: true },
    grants: { origins: [], hasEvidence: true },
  }),
  'options-own-page-found': options({
    options: { ...DEFAULT_OPTIONS, watched: ['claude', 'page:1'], ownPages: [LIBRARY_PAGE] },
    search: { address: 'https://status.example.org/', outcome: { kind: 'found', page: FOUND_PAGE } },
  }),
  'options-own-page-closed': options({
    search: { address: 'https://status.example.net/', outcome: { kind: 'needs_access', host: 'status.example.net' } },
  }),
  'options-finding': options({ isFinding: true }),
  'options-at-own-risk': options({ options: { ...MADE, planB: ['gemini', 'meta_ai', 'poe', 'own:1'] } }),
  'options-nothing-planned': options({ options: { ...DEFAULT_OPTIONS, planB: [] } }),
  'options-synced': options({ sync: { ...SYNC_OFF, isOn: true } }),
  'options-sync-hampered': options({
    sync: { isOffered: true, isOn: true, hasFailed: true, unreadable: ['loudness'], tooLarge: ['ownChats'] },
  }),
  'options-sync-not-offered': options({ sync: { ...SYNC_OFF, isOffered: false } }),
  'options-preset': options({
    options: { ...MADE, maintenanceNoticeHours: 4, quietHours: { isOn: true, from: 1320, until: 420 }, theme: 'dark' },
    granted: ['gemini'],
    preset: { parts: [...SHARED_PARTS], damaged: [] },
  }),
  'options-preset-partly': options({
    preset: { parts: ['watched', 'loudness', 'ownChats'], damaged: ['quietHours', 'theme'] },
  }),
  'options-draft-waits': options({}, english('rehearsal_draft_waits')),
};
