import type { AssistantId } from './assistant';
import type { LoudnessChoices } from './loudness';
import type { OwnPage } from './own-page';
import { DEFAULT_QUIET_HOURS, type QuietHours } from './quiet-hours';
import type { Theme } from './theme';
import type { LocalModelId, OwnChat, WayId } from './way';

/** What the person chose. */
export interface Options {
  /** In the person's order. */
  watched: AssistantId[];
  /**
   * What to go on with, in the person's order; whoever is in trouble themselves is passed over. Assistants that are not
   * in it are never suggested.
   */
  planB: WayId[];
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
