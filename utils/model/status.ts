import type { AssistantId } from './assistant';
import type { Episode } from './episode';
import type { Level } from './level';
import type { Notice } from './notice';
import type { PageMemory } from './page-memory';
import type { Verdict } from './verdict';

/** What was dismissed: this episode, up to this level. */
export interface Dismissal {
  episodeId: string;
  level: Level;
}

/** What the last episode of an assistant was, kept for a while so that its end can be told. */
export interface Recovery {
  episode: Episode;
  /** Epoch milliseconds. */
  endedAt: number;
}

/**
 * Everything that the background knows, and the only thing that it writes. One value under one key, so that
 * a verdict, what it changed and what is owed to the person are written together or not at all.
 */
export interface Status {
  /** False while the browser says that it is offline; then nothing is read and nothing is judged anew. */
  isOnline: boolean;
  /** When the last tick ended, epoch milliseconds; null before the first. */
  tickedAt: number | null;
  /** By assistant whose page it is. */
  pages: Partial<Record<AssistantId, PageMemory>>;
  verdicts: Partial<Record<AssistantId, Verdict>>;
  episodes: Partial<Record<AssistantId, Episode>>;
  recoveries: Partial<Record<AssistantId, Recovery>>;
  dismissals: Partial<Record<AssistantId, Dismissal>>;
  /** Notifications that are owed. */
  outbox: Notice[];
}

export const EMPTY_STATUS: Status = {
  isOnline: true,
  tickedAt: null,
  pages: {},
  verdicts: {},
  episodes: {},
  recoveries: {},
  dismissals: {},
  outbox: [],
};
