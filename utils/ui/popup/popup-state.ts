import type { PopupView } from './popup-view';

/** How the last refresh that the person asked for goes. */
export type RefreshState = 'idle' | 'running' | 'failed';

export interface PopupState {
  /** Null until storage has answered. */
  view: PopupView | null;
  refresh: RefreshState;
  /** What was last said aloud about a refresh. */
  said: string;
}
