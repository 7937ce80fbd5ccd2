import type { ConversationReading, ReadingLimits, StoppedBy, Turn } from '@/utils/model/conversation';

/** A message that is in the page now. */
export interface SeenTurn {
  /** Identifies the message while the page is scrolled; null if nothing in the page does. */
  key: string | null;
  /**
   * Place in the list, from 0; null if the page does not number its messages. Pages that load older messages may count
   * those that are loaded, and number all of them again.
   */
  position: number | null;
  /** Whether the places count all messages, also those that are not loaded, so that the last one states their number. */
  isAbsolute: boolean;
  /** Number of places in the whole list, as the page states it. */
  setSize: number | null;
  /** Whether messages between this one and the one before it are not in the page. */
  isAfterGap: boolean;
  /** The beginning of the message, which tells whether a page gave its key to another one. It grows while it is written. */
  fingerprint: string;
  read(): Turn;
}

/** A scrolled list of messages. */
export interface ScrollView {
  /** The messages that are in the page now, oldest first. */
  look(): SeenTurn[];
  /** Number of numbered places seen so far that hold something else than a recognized message. */
  unrecognized(): number;
  /** Scrolls to the end. False if the list keeps growing. */
  toEnd(): Promise<boolean>;
  /**
   * Scrolls up, as far as the message with this key stays in the page; less with a smaller `share`. `top`: it was at the
   * top already, and nothing was added there.
   */
  up(key: string, share: number): Promise<'moved' | 'top'>;
  /** Goes back to where the last `up` started, or further down until the message with this key is in the page. */
  back(key: string): Promise<void>;
  /** Puts the scroll position back to where the user left it. */
  restore(): Promise<void>;
  /** Starts a timer; returns whether it has ended. */
  timer(ms: number): () => boolean;
}

/** The messages behind the last gap: they are the end of the list. */
function lastRun(turns: readonly SeenTurn[]): SeenTurn[] {
  const gap = turns.findLastIndex(({ isAfterGap }) => isAfterGap);
  return turns.slice(Math.max(0, gap));
}

/** Whether every message has a key of its own. */
function areKeyed(turns: readonly SeenTurn[]): boolean {
  const keys = turns.map(({ key }) => key);
  return !keys.includes(null) && new Set(keys).size === keys.length;
}

/** The smallest step, as a share of the largest, before a jump between two windows counts as a gap. */
const SMALLEST_SHARE = 1 / 16;

/** The messages that were read while scrolling, oldest first, and why it ended. */
interface Walk {
  seen: SeenTurn[];
  turns: Turn[];
  /**
   * `start`: nothing is above the first message. `lost`: the page jumped, or its keys are not unique. `renumbered`: the
   * page gave the key or place of one message to another, so its numbers say nothing about the whole list.
   */
  end: 'start' | 'limit' | 'lost' | 'renumbered';
  isEndReached: boolean;
}

class Collector {
  readonly seen: SeenTurn[] = [];
  readonly turns: Turn[] = [];
  readonly #fingerprints = new Map<string, string>();
  #characters = 0;

  constructor(readonly limits: ReadingLimits) {}

  /** Adds messages in front of those collected so far. False if a limit is reached. */
  prepend(turns: readonly SeenTurn[]): boolean {
    for (const one of turns.toReversed()) {
      if (this.seen.length >= this.limits.turns) return false;
      const turn = one.read();
      this.#characters += turn.text.length;
      if (this.#characters > this.limits.characters) return false;
      this.seen.unshift(one);
      this.turns.unshift(turn);
      if (one.key !== null) this.#fingerprints.set(one.key, one.fingerprint);
    }
    return true;
  }

  /** Whether the page shows another message under the key of a collected one, as lists do that number what is loaded. */
  contradicts(window: readonly SeenTurn[]): boolean {
    return window.some(({ key, fingerprint }) => {
      const known = key === null ? undefined : this.#fingerprints.get(key);
      return known !== undefined && !known.startsWith(fingerprint) && !fingerprint.startsWith(known);
    });
  }
}

/** The messages of a window directly before the one with this key; null if that one is not in the window. */
function runBefore(window: readonly SeenTurn[], key: string): SeenTurn[] | null {
  const at = window.findIndex((one) => one.key === key);
  if (at === -1) return null;
  if (window[at]?.isAfterGap) return [];
  return lastRun(window.slice(0, at));
}

/** Whether there is a gap in front of the message with this key. */
const isCutOff = (window: readonly SeenTurn[], key: string): boolean =>
  window.find((one) => one.key === key)?.isAfterGap === true;

/** Whether the last message still has its key. If that is its place, it changes where a page counts what is loaded. */
async function isLastKept(view: ScrollView, seen: readonly SeenTurn[]): Promise<boolean> {
  const last = seen.at(-1);
  if (last === undefined || last.position === null) return true;
  await view.toEnd();
  return view.look().at(-1)?.key === last.key;
}

/**
 * Collects the messages from the end of the list upwards, so that what was read is always the end without a gap. Only the
 * upper edge ends it: the first place of a list is no start, as older messages may be loaded above it.
 */
async function walkUp(view: ScrollView, limits: ReadingLimits): Promise<Walk> {
  const isLate = view.timer(limits.ms);
  const isEndReached = await view.toEnd();
  const collector = new Collector(limits);
  const { seen, turns } = collector;
  const ended = (end: Walk['end']): Walk => ({ seen, turns, end, isEndReached });
  if (!collector.prepend(lastRun(view.look()))) return ended('limit');
  let share = 1;
  for (;;) {
    const first = seen[0];
    if (first === undefined || first.key === null) return ended('lost');
    if (isLate()) return ended('limit');
    const moved = await view.up(first.key, share);
    const window = view.look();
    const fresh = runBefore(window, first.key);
    if (fresh === null) {
      if (share <= SMALLEST_SHARE) return ended('lost');
      share /= 4;
      await view.back(first.key);
      continue;
    }
    if (!areKeyed(window)) return ended('lost');
    if (collector.contradicts(window)) return ended('renumbered');
    if (!collector.prepend(fresh)) return ended('limit');
    share = 1;
    if (moved === 'moved' || fresh.length > 0) continue;
    if (isCutOff(window, first.key)) return ended('lost');
    return ended((await isLastKept(view, seen)) ? 'start' : 'renumbered');
  }
}

/** The number of messages that the page states; null if it states none, or one that is wrong. */
function statedTotal({ seen, end, isEndReached }: Walk): number | null {
  if (end === 'renumbered') return null;
  const positions = seen.map(({ position }) => position ?? Number.NaN);
  // Without a number for each message, in order, the page's numbers are about something else.
  if (positions.some((position, index) => !(position > (positions[index - 1] ?? -1)))) return null;
  const sizes = new Set(seen.map(({ setSize }) => setSize));
  const [size = null] = sizes;
  if (sizes.size > 1) return null;
  const last = positions.at(-1) ?? -1;
  const isCounted = isEndReached && end === 'start' && seen.every(({ isAbsolute }) => isAbsolute);
  const total = size ?? (isCounted ? last + 1 : null);
  if (total === null || total <= last) return null;
  return end !== 'start' && total <= seen.length ? null : total;
}

/** Whether there are numbered places between the messages that were not read. */
function hasHoles(seen: readonly SeenTurn[]): boolean {
  const [first, last] = [seen[0]?.position ?? 0, seen.at(-1)?.position ?? 0];
  return last - first + 1 > seen.length;
}

/** What a walk amounts to. */
function judge(walk: Walk, unrecognized: number): ConversationReading {
  const { seen, turns, end, isEndReached } = walk;
  const total = statedTotal(walk);
  if (turns.length === 0) return { kind: 'none', why: 'nothing_found' };
  if (total === turns.length) return { kind: 'complete', turns };
  const isEnd = isEndReached && !hasHoles(seen);
  const partial = (stoppedBy: StoppedBy) => ({ kind: 'partial' as const, turns, total, isEnd, stoppedBy });
  if (end === 'limit' || !isEndReached) return partial('limit');
  if (end !== 'start') return partial('lost');
  if (unrecognized > 0) return partial('unrecognized');
  return total === null ? { kind: 'uncounted', turns } : partial('page');
}

/** What is in the page without scrolling, for messages that nothing identifies. */
function readInPlace(window: readonly SeenTurn[], limits: ReadingLimits): ConversationReading {
  const collector = new Collector(limits);
  const run = lastRun(window);
  const isWhole = collector.prepend(run);
  const { turns } = collector;
  if (turns.length === 0) return { kind: 'none', why: 'nothing_found' };
  if (!isWhole) return { kind: 'partial', turns, total: null, isEnd: true, stoppedBy: 'limit' };
  if (run.length < window.length) return { kind: 'partial', turns, total: null, isEnd: true, stoppedBy: 'page' };
  return { kind: 'uncounted', turns };
}

/**
 * A reading in which only one side speaks is not taken for the whole: selectors that no longer match find nothing, and a
 * row may hold a question together with its answer, so that the places of the list seem to be complete.
 */
function unlessOneSided(reading: ConversationReading): ConversationReading {
  if (reading.kind === 'none' || reading.turns.some(({ from }) => from !== reading.turns[0]?.from)) return reading;
  return { kind: 'partial', turns: reading.turns, total: null, isEnd: false, stoppedBy: 'unrecognized' };
}

/**
 * Reads a list of messages. If they have keys, the list is scrolled from its end to its start, and put back; otherwise
 * only what is in the page is read.
 */
export async function accumulate(view: ScrollView, limits: ReadingLimits): Promise<ConversationReading> {
  const window = view.look();
  if (window.length === 0 || !areKeyed(window)) return unlessOneSided(readInPlace(window, limits));
  try {
    const walk = await walkUp(view, limits);
    return unlessOneSided(judge(walk, view.unrecognized()));
  } finally {
    await view.restore();
  }
}
