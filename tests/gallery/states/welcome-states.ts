import { DEFAULT_OPTIONS } from '@/utils/model/options';
import type { GalleryState } from '../gallery-state';

export const WELCOME_STATES: Record<string, GalleryState> = {
  'welcome-default': { surface: 'welcome', options: DEFAULT_OPTIONS, origins: [] },
  'welcome-all-watched': {
    surface: 'welcome',
    options: { ...DEFAULT_OPTIONS, watched: ['claude', 'chatgpt', 'gemini', 'copilot', 'grok'] },
    origins: ['https://claude.ai/*'],
    isSampleShown: true,
  },
  'welcome-managed': {
    surface: 'welcome',
    options: DEFAULT_OPTIONS,
    origins: [],
    preset: { parts: ['watched', 'planB'], damaged: [] },
  },
  'welcome-allowed': {
    surface: 'welcome',
    options: DEFAULT_OPTIONS,
    origins: ['https://claude.ai/*', 'https://chatgpt.com/*'],
  },
};
