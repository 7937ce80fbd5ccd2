import type { Carry } from '@/utils/model/carry';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { OptionsInput } from '@/utils/ui/options-view';
import type { PopupAccess } from '@/utils/ui/popup-access';
import type { PanelId } from '@/utils/ui/popup-opened';
import type { WaysKnown } from '@/utils/ui/popup-ways';

/** One weather, as the popup sees it. */
export interface PopupState {
  surface: 'popup';
  status: Status;
  options: Options;
  access: PopupAccess;
  opened: PanelId[];
  /** A draft that waits. */
  carry?: Carry;
  /** What the popup has learnt about ways on. */
  ways?: Partial<WaysKnown>;
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
  /** What was typed is offered back. */
  isDraftKept?: boolean;
}

/** The options page. */
export interface OptionsState {
  surface: 'options';
  input: OptionsInput;
  said?: string;
}

export type GalleryState = PopupState | SheetState | BannerState | OptionsState;
