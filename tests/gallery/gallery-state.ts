import type { AssistantId } from '@/utils/model/assistant';
import type { Symptom } from '@/utils/model/diagnosis';
import type { ComposerReading, DraftTransfer } from '@/utils/model/drafts';
import type { Check } from '@/utils/model/messages';
import type { Options, Preset, Theme } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { CheckDeed } from '@/utils/ui/check/steps';
import type { HistoryInput } from '@/utils/ui/history/view';
import type { KeptMemory } from '@/utils/ui/kept-drafts-view';
import type { OptionsInput } from '@/utils/ui/options/view';
import type { PopupAccess } from '@/utils/ui/popup/access';
import type { WaysLearnt } from '@/utils/ui/popup/fallbacks';
import type { PanelId } from '@/utils/ui/popup/state';

/** A state of the popup. */
export interface PopupState {
  surface: 'popup';
  status: Status;
  options: Options;
  access: PopupAccess;
  opened: PanelId[];
  /** A pending draft transfer. */
  carry?: DraftTransfer;
  /** The kept drafts. */
  kept?: KeptMemory;
  /** The assistant whose chat is in the tab in front. */
  front?: AssistantId;
  /** What the popup has read about fallbacks. */
  ways?: Partial<WaysLearnt>;
  /** What managed policy presets. */
  preset?: Preset;
  /** Shown as a side panel, which has any width. */
  isBeside?: boolean;
  /** The clipboard refuses. */
  isCopyRefused?: boolean;
}

/** Several rows of one kind, each rendered from a separate status. */
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
  /** What the composer contains; text by default. */
  reading?: Partial<ComposerReading>;
  /** Whether the banner offers to restore a draft. */
  isDraftKept?: boolean;
  /** The theme from the options; the browser's if absent. */
  theme?: Theme;
}

/** The options page. */
export interface OptionsState {
  surface: 'options';
  input: OptionsInput;
  said?: string;
}

/** "Is it me?" for Claude, while it runs or with its result. */
export interface CheckState {
  surface: 'check';
  check: Check;
  status: Status;
  sees: Symptom | null;
  text: string;
  deeds: CheckDeed[];
}

/** The page that opens after the installation. */
export interface WelcomeState {
  surface: 'welcome';
  preset?: Preset;
  options: Options;
  origins: string[];
  isSampleShown?: boolean;
}

/** The history page. */
export interface HistoryState {
  surface: 'history';
  input: HistoryInput;
}

export type GalleryState =
  | PopupState
  | SheetState
  | BannerState
  | OptionsState
  | CheckState
  | HistoryState
  | WelcomeState;
