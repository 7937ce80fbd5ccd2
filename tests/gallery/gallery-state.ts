import type { AssistantId } from '@/utils/model/assistant';
import type { Symptom } from '@/utils/model/diagnosis';
import type { ComposerReading, DraftTransfer } from '@/utils/model/drafts';
import type { Check } from '@/utils/model/messages';
import type { Options, Preset, Theme } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { CheckDeed } from '@/utils/ui/check/conclusion';
import type { HistoryData } from '@/utils/ui/history/store';
import type { KeptMemory } from '@/utils/ui/kept-drafts-view';
import type { OptionsData } from '@/utils/ui/options/state';
import type { PopupAccess } from '@/utils/ui/popup/access';
import type { WaysLearnt } from '@/utils/ui/popup/fallbacks';
import type { PanelId } from '@/utils/ui/popup/state';

/** The popup. */
export interface PopupState {
  surface: 'popup';
  status: Status;
  options: Options;
  access: PopupAccess;
  opened: PanelId[];
  /** A pending draft transfer. */
  carry?: DraftTransfer;
  /** Saved drafts. */
  kept?: KeptMemory;
  /** The assistant whose chat is in the active tab. */
  front?: AssistantId;
  /** What the popup knows about fallbacks. */
  ways?: Partial<WaysLearnt>;
  /** What an organization set. */
  preset?: Preset;
  /** In a side panel, whose width the user chooses. */
  isBeside?: boolean;
  /** The clipboard refuses. */
  isCopyRefused?: boolean;
}

/** Popup rows of several statuses, one below the other. */
export interface SheetState {
  surface: 'sheet';
  title: string;
  statuses: Status[];
}

/** A banner on a plain page that looks like a chat. */
export interface BannerState {
  surface: 'banner';
  status: Status;
  isListOpen: boolean;
  /** What the composer holds; a text by default. */
  reading?: Partial<ComposerReading>;
  /** The banner offers to restore a draft. */
  isDraftKept?: boolean;
  /** Overrides the color scheme of the browser. */
  theme?: Theme;
}

/** The options page. */
export interface OptionsStageState {
  surface: 'options';
  data: OptionsData;
}

/** "Is it me?" for Claude, while it runs or at its end. */
export interface CheckStageState {
  surface: 'check';
  check: Check;
  status: Status;
  sees: Symptom | null;
  text: string;
  deeds: CheckDeed[];
}

/** The page after the install. */
export interface WelcomeStageState {
  surface: 'welcome';
  preset?: Preset;
  options: Options;
  origins: string[];
  isSampleShown?: boolean;
}

/** The history page. */
export interface HistoryStageState {
  surface: 'history';
  data: HistoryData;
}

/** What the popup paints first; an hour later if `isPast`. */
export interface GlanceState {
  surface: 'glance';
  status: Status;
  options: Options;
  isPast: boolean;
}

export type GalleryState =
  | PopupState
  | GlanceState
  | SheetState
  | BannerState
  | OptionsStageState
  | CheckStageState
  | HistoryStageState
  | WelcomeStageState;
