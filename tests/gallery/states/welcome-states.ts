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
  'welcome-only-chatgpt': { surface: 'welcome', options: { ...DEFAULT_OPTIONS, watched: ['chatgpt'] }, origins: [] },
  'welcome-many-sites': {
    surface: 'welcome',
    options: { ...DEFAULT_OPTIONS, watched: ['claude', 'chatgpt', 'gemini', 'perplexity', 'deepseek'] },
    origins: [],
  },
  'welcome-list': {
    surface: 'welcome',
    options: { ...DEFAULT_OPTIONS, watched: ['claude', 'chatgpt', 'devin'] },
    origins: [],
    isListOpen: true,
  },
  'welcome-sample': { surface: 'welcome', options: DEFAULT_OPTIONS, origins: [], isSampleShown: true },
  'welcome-nothing-watched': { surface: 'welcome', options: { ...DEFAULT_OPTIONS, watched: [] }, origins: [] },
  'welcome-allowed': {
    surface: 'welcome',
    options: DEFAULT_OPTIONS,
    origins: ['https://claude.ai/*', 'https://chatgpt.com/*'],
  },
};
