import type { SharedPart } from './options';

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
