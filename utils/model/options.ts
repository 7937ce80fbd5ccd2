import type { AssistantId } from './assistant';
import type { FallbackId, LocalModelId, OwnChat } from './fallback';
import { DEFAULT_QUIET_HOURS, type NotificationPrefsById, type QuietHours } from './notification';
import { OPINION_SOURCE_IDS, type OpinionSourceId } from './opinion';
import type { OwnPage } from './status-page';

export const THEMES = ['system', 'light', 'dark'] as const;
/** Theme of our pages and the banner; `system` follows browser and operating system. */
export type Theme = (typeof THEMES)[number];

/** BCP 47 codes of the languages in `public/_locales`, with their own names, as a list of languages shows them. */
export const LANGUAGES = {
  ar: 'العربية',
  de: 'Deutsch',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  it: 'Italiano',
  ja: '日本語',
  ko: '한국어',
  pl: 'Polski',
  'pt-BR': 'Português (Brasil)',
  tr: 'Türkçe',
  'zh-CN': '简体中文',
} as const;
export type Language = keyof typeof LANGUAGES;
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as Language[];

/** Language of our pages, banner and notifications; `browser` follows the browser. */
export type LanguageChoice = Language | 'browser';

/** The user's settings. */
export interface Options {
  /** In the user's order. */
  watched: AssistantId[];
  /**
   * Fallbacks in the user's order; those with an outage are skipped. Assistants that are not listed are never
   * suggested.
   */
  planB: FallbackId[];
  /** Ids of status page components that count toward the verdict in addition to the core. */
  parts: Partial<Record<AssistantId, string[]>>;
  /** Families of models that the user uses, by assistant; absent or empty for all. */
  models: Partial<Record<AssistantId, string[]>>;
  ownChats: OwnChat[];
  /** Custom status pages. */
  ownPages: OwnPage[];
  /** Local apps that may be asked for their models. */
  localModels: LocalModelId[];
  /** Assistants where the user says they are signed in. */
  signedIn: AssistantId[];
  /** Advance notice of maintenance in hours; null: no notification, shown in popup and banner only. */
  maintenanceNoticeHours: number | null;
  /** Whether drafts are autosaved on this device during an outage, so that a reload loses nothing. */
  keepsDrafts: boolean;
  /** Whether "Continue in …" takes the conversation as well as the draft: the last choice in this browser. */
  carriesConversation: boolean;
  /** Sources that "Ask others" may read, in this browser. Each needs a permission too. */
  opinionSources: OpinionSourceId[];
  /** Notification preferences by assistant. Stored, exported and set by policies under this name. */
  loudness: NotificationPrefsById;
  quietHours: QuietHours;
  theme: Theme;
  language: LanguageChoice;
  /** Whether the icon shows the number of issues. */
  showsBadge: boolean;
}

/** Settings that can be synced, imported or preset: all except those that concern one browser. */
export const SHARED_PARTS = [
  'watched',
  'planB',
  'parts',
  'models',
  'ownChats',
  'ownPages',
  'localModels',
  'maintenanceNoticeHours',
  'keepsDrafts',
  'loudness',
  'quietHours',
  'theme',
  'language',
  'showsBadge',
] as const satisfies readonly (keyof Options)[];
export type SharedPart = (typeof SHARED_PARTS)[number];

export const DEFAULT_OPTIONS: Options = {
  watched: ['claude', 'chatgpt'],
  planB: ['chatgpt', 'claude', 'gemini', 'copilot'],
  parts: {},
  models: {},
  ownChats: [],
  ownPages: [],
  localModels: [],
  signedIn: [],
  maintenanceNoticeHours: null,
  keepsDrafts: false,
  carriesConversation: false,
  opinionSources: [...OPINION_SOURCE_IDS],
  loudness: {},
  quietHours: DEFAULT_QUIET_HOURS,
  theme: 'system',
  language: 'browser',
  showsBadge: true,
};

/** Managed policy of an organization. It overrides the user's settings without replacing them. */
export interface Preset {
  parts: SharedPart[];
  /** Invalid parts; they are ignored. */
  damaged: SharedPart[];
}

export const NO_PRESET: Preset = { parts: [], damaged: [] };

/**
 * When each part of the options was last changed; absent if never. Lamport-style timestamps in epoch milliseconds: a
 * change always has a later time than any change seen before it, even if clocks disagree.
 */
export type ChosenAt = Partial<Record<SharedPart, number>>;

/** Whether one change is later than another. Undefined: never changed. */
export const isLater = (at: number, than: number | undefined): boolean => at > (than ?? 0);

/** Local sync state. It is never synced itself. */
export interface SyncState {
  isOn: boolean;
  chosenAt: ChosenAt;
}

/** Off by default. */
export const NOT_SYNCED: SyncState = { isOn: false, chosenAt: {} };

/** One part in the browser's sync storage. */
export interface SyncItem {
  at: number;
  /** Not parsed yet. */
  value: unknown;
}

/** Sync status for the settings page. */
export interface SyncReport {
  /** Whether the browser supports sync storage. */
  isOffered: boolean;
  isOn: boolean;
  hasFailed: boolean;
  /** Parts whose synced value cannot be read; they are left unchanged. */
  unreadable: SharedPart[];
  tooLarge: SharedPart[];
}

export const SYNC_OFF: SyncReport = { isOffered: true, isOn: false, hasFailed: false, unreadable: [], tooLarge: [] };

/** Result of reading a settings file. Only `good` changes anything. */
export type SettingsRead =
  | { kind: 'good'; options: Options }
  | { kind: 'not_json' }
  /** JSON, but not a settings file of this extension. */
  | { kind: 'not_settings' }
  /** Written by a later version. */
  | { kind: 'too_new' }
  /** These parts are invalid. */
  | { kind: 'wrong'; parts: (keyof Options)[] };

/** Longest advance notice of maintenance: a week. */
export const MAX_NOTICE_HOURS = 7 * 24;
