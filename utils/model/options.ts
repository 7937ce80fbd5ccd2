import type { AssistantId } from './assistant';
import type { FallbackId, LocalModelId, OwnChat } from './fallback';
import { DEFAULT_QUIET_HOURS, type LoudnessChoices, type QuietHours } from './notification';
import type { OwnPage } from './own-page';

export const THEMES = ['system', 'light', 'dark'] as const;
/** Of our own pages, and of the banner: light or dark, or whatever browser and system say. */
export type Theme = (typeof THEMES)[number];

/** What the person chose. */
export interface Options {
  /** In the person's order. */
  watched: AssistantId[];
  /**
   * What to go on with, in the person's order; whoever is in trouble themselves is passed over. Assistants that are not
   * in it are never suggested.
   */
  planB: FallbackId[];
  /** Parts of status pages, by id, that count for the verdict beside the chat itself. */
  parts: Partial<Record<AssistantId, string[]>>;
  ownChats: OwnChat[];
  /** Status pages that the person has added. */
  ownPages: OwnPage[];
  /** Programmes on this machine that may be asked for their models. */
  localModels: LocalModelId[];
  /** Where the person says that they are signed in. */
  signedIn: AssistantId[];
  /** How long before a maintenance it is told; null: never, it only stands in popup and banner. */
  maintenanceNoticeHours: number | null;
  /** Whether what is typed is kept on the device while its assistant is in trouble, so that a reload loses nothing. */
  keepsDrafts: boolean;
  /** What interrupts about whom. */
  loudness: LoudnessChoices;
  quietHours: QuietHours;
  theme: Theme;
}

/** What may be set from elsewhere: all but where somebody is signed in, which is about one browser. */
export const SHARED_PARTS = [
  'watched',
  'planB',
  'parts',
  'ownChats',
  'ownPages',
  'localModels',
  'maintenanceNoticeHours',
  'keepsDrafts',
  'loudness',
  'quietHours',
  'theme',
] as const satisfies readonly (keyof Options)[];
export type SharedPart = (typeof SHARED_PARTS)[number];

/** Until the person chooses otherwise. */
export const DEFAULT_OPTIONS: Options = {
  watched: ['claude', 'chatgpt'],
  planB: ['chatgpt', 'claude', 'gemini', 'copilot'],
  parts: {},
  ownChats: [],
  ownPages: [],
  localModels: [],
  signedIn: [],
  maintenanceNoticeHours: null,
  keepsDrafts: false,
  loudness: {},
  quietHours: DEFAULT_QUIET_HOURS,
  theme: 'system',
};

/** What an organisation set for everybody. It outweighs what the person chose, and does not replace it. */
export interface Preset {
  parts: SharedPart[];
  /** Parts that do not fit; they are as if nobody had set them. */
  damaged: SharedPart[];
}

export const NO_PRESET: Preset = { parts: [], damaged: [] };

/**
 * When each part of the options was last chosen. A part that nobody has chosen yet has no time. Epoch milliseconds, but
 * counted on from whatever was seen: a choice made after another has the later time, also where clocks disagree.
 */
export type ChosenAt = Partial<Record<SharedPart, number>>;

/** Whether one choice was made after another. Undefined: nobody chose. */
export const isLater = (at: number, than: number | undefined): boolean => at > (than ?? 0);

/** What this browser remembers of syncing. It is never synced itself. */
export interface SyncState {
  isOn: boolean;
  chosenAt: ChosenAt;
}

/** Off until the person wants it. */
export const NOT_SYNCED: SyncState = { isOn: false, chosenAt: {} };

/** One part as it lies in the browser's sync storage. */
export interface SyncItem {
  at: number;
  /** Not parsed yet. */
  value: unknown;
}

/** How syncing stands. */
export interface SyncReport {
  /** Whether the browser offers it at all. */
  isOffered: boolean;
  isOn: boolean;
  hasFailed: boolean;
  /** Parts of which something lies there that we cannot read; they are left as they are. */
  unreadable: SharedPart[];
  tooLarge: SharedPart[];
}

export const SYNC_OFF: SyncReport = { isOffered: true, isOn: false, hasFailed: false, unreadable: [], tooLarge: [] };

/** What came of reading a file of settings. Anything but `good` changes nothing. */
export type SettingsRead =
  | { kind: 'good'; options: Options }
  | { kind: 'not_json' }
  /** JSON, but no settings of ours. */
  | { kind: 'not_settings' }
  /** Made by a later version than this one. */
  | { kind: 'too_new' }
  /** These parts of it do not fit. */
  | { kind: 'wrong'; parts: (keyof Options)[] };

/** How long ahead of a maintenance a notification may be wanted: a week. */
export const MAX_NOTICE_HOURS = 7 * 24;
