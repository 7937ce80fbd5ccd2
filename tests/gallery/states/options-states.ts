import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { EMPTY_STATUS } from '@/utils/model/status';
import type { OptionsInput } from '@/utils/ui/options-view';
import type { GalleryState } from '../gallery-state';
import { HOUR, NOW } from '../moments';

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
    ...over,
  };
  return { surface: 'options', input, said };
}

export const OPTIONS_STATES: Record<string, GalleryState> = {
  'options-first': options(),
  'options-plan-made': options({
    options: MADE,
    granted: ['gemini', 'own:1'],
    status: { rehearsal: { to: 'gemini', at: NOW - 2 * HOUR, outcome: 'exact' } },
    localAnswers: { ollama: { kind: 'answers', models: 3 }, lm_studio: { kind: 'silent' } },
  }),
  'options-local-found': options({
    localAnswers: { ollama: { kind: 'answers', models: 3 }, lm_studio: { kind: 'stranger' } },
  }),
  'options-finding': options({ isFinding: true }),
  'options-at-own-risk': options({ options: { ...MADE, planB: ['gemini', 'meta_ai', 'poe', 'own:1'] } }),
  'options-nothing-planned': options({ options: { ...DEFAULT_OPTIONS, planB: [] } }),
  'options-draft-waits': options({}, 'A draft of yours still waits in the popup. Use it or discard it first.'),
};
