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

/** One weather, as the popup sees it. */
export interface PopupState {
  surface: 'popup';
  status: Status;
  options: Options;
  access: PopupAccess;
  opened: PanelId[];
  /** A draft that waits. */
  carry?: DraftTransfer;
  /** What is kept of what was typed. */
  kept?: KeptMemory;
  /** Whose chat is in front. */
  front?: AssistantId;
  /** What the popup has learnt about ways on. */
  ways?: Partial<WaysLearnt>;
  /** What an organisation set. */
  preset?: Preset;
  /** In a side panel, as wide as the person has drawn it. */
  isBeside?: boolean;
  /** The clipboard refuses. */
  isCopyRefused?: boolean;
}

/** Rows of one kind beneath each other, each from a status of its own. */
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
  /** What the composer holds; a text unless told. */
  reading?: Partial<ComposerReading>;
  /** What was typed is offered back. */
  isDraftKept?: boolean;
  /** Chosen, whatever the browser says. */
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

/** What the popup paints first, an hour later where it is past. */
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
