import type { AssistantId } from '@/utils/model/assistant';
import type { Refusal } from '@/utils/model/conversation';
import type { Symptom } from '@/utils/model/diagnosis';
import type { ComposerReading, DraftTransfer } from '@/utils/model/drafts';
import type { Check } from '@/utils/model/messages';
import type { OpinionState } from '@/utils/model/opinion';
import type { Options, Preset, Theme } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { CheckAction } from '@/utils/ui/check/answer';
import type { HistoryData } from '@/utils/ui/history/state';
import type { KeptMemory } from '@/utils/ui/kept-drafts-view';
import type { OptionsData } from '@/utils/ui/options/state';
import type { PopupAccess } from '@/utils/ui/popup/access';
import type { FallbackFindings } from '@/utils/ui/popup/fallbacks';
import type { PanelId, TransferState } from '@/utils/ui/popup/state';

/** One situation in the popup. */
export interface PopupState {
  surface: 'popup';
  status: Status;
  options: Options;
  access: PopupAccess;
  opened: PanelId[];
  /** A pending draft transfer. */
  transfer?: DraftTransfer;
  /** Saved drafts. */
  kept?: KeptMemory;
  /** The assistant of the tab in front. */
  front?: AssistantId;
  /** The assistants whose chats are granted. */
  readable?: AssistantId[];
  /** What a press of "Continue in …" is doing. */
  transferState?: TransferState;
  /** What others say. */
  opinions?: Partial<Record<AssistantId, OpinionState>>;
  /** What the popup knows about fallbacks. */
  fallbacks?: Partial<FallbackFindings>;
  /** In a side panel, whose width the user chooses. */
  isBeside?: boolean;
  /** The clipboard refuses. */
  isCopyRefused?: boolean;
}

/** Rows of one kind below each other, each from its own status. */
export interface SheetState {
  surface: 'sheet';
  title: string;
  statuses: Status[];
}

/** A banner on a plain, chat-like page. */
export interface BannerState {
  surface: 'banner';
  status: Status;
  isListOpen: boolean;
  /** The composer's content; a text by default. */
  reading?: Partial<ComposerReading>;
  /** "With this conversation" is chosen. */
  carriesConversation?: boolean;
  /** What the banner says about the draft after a choice. */
  said?: string;
  /** A saved draft is offered. */
  isDraftKept?: boolean;
  /** The chosen color scheme; by default the browser's. */
  theme?: Theme;
}

/** The options page. */
export interface OptionsStageState {
  surface: 'options';
  data: OptionsData;
  /** The list of assistants that can be added is open. */
  isAdding?: boolean;
  /** Typed into its search. */
  typed?: string;
}

/** "Is it me?" for Claude, while running or finished. */
export interface CheckStageState {
  surface: 'check';
  check: Check;
  status: Status;
  sees: Symptom | null;
  text: string;
  actions: CheckAction[];
  opinion?: OpinionState;
  refusal?: Refusal;
}

/** The question which assistant "Is it me?" is to check. */
export interface CheckChoiceState {
  surface: 'check-choice';
  watched: AssistantId[];
}

/** The welcome page. */
export interface WelcomeStageState {
  surface: 'welcome';
  preset?: Preset;
  options: Options;
  origins: string[];
  isSampleShown?: boolean;
  /** The list of all assistants is open. */
  isListOpen?: boolean;
}

/** The history page. */
export interface HistoryStageState {
  surface: 'history';
  data: HistoryData;
}

export type GalleryState =
  | PopupState
  | SheetState
  | BannerState
  | OptionsStageState
  | CheckStageState
  | CheckChoiceState
  | HistoryStageState
  | WelcomeStageState;
