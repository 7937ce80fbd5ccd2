import type { ScrollView, SeenTurn } from '@/utils/content/conversation/accumulate';
import type { Turn } from '@/utils/model/conversation';

/** How a made-up page shows its messages. */
export interface ListShape {
  /** All messages of the conversation, oldest first. */
  turns: readonly Turn[];
  /**
   * How the page numbers its messages: their place, that and the size of the list, their place among those that are
   * loaded, that and a stable id, a stable id alone, or nothing.
   */
  numbering: 'places' | 'sizes' | 'loaded' | 'loaded_ids' | 'ids' | 'none';
  /** Number of messages that are in the page at the same time; null if all are. */
  window: number | null;
  /** The last messages, which are always in the page. */
  pinnedTail?: number;
  /** Whether the first message is always in the page. */
  hasPinnedHead?: boolean;
  /** Number of the oldest messages that the page does not hold. */
  withheld?: number;
  /** Number of messages that the page loads at a time when its start is reached; all are there by default. */
  loads?: number;
  /** Whether the list stays at its upper edge when older messages are loaded. By default the messages stay in place. */
  staysAtTop?: boolean;
  /** The size that the page states in place of the true one. */
  lie?: number;
  /** Whether the page adds messages at its start without end. */
  isEndless?: boolean;
  /** Places that hold something else than a message. */
  unrecognized?: readonly number[];
  /** Whether the content of a row is rendered after the row: it is missing when the row is seen first. */
  isLate?: boolean;
  /** Whether ids are numbers that change when older messages are loaded. */
  areIdsReused?: boolean;
}

/** Simulates a scrolled list. Time passes with each step, so that limits of time can be tested without waiting. */
export class ScrolledList implements ScrollView {
  /** Index of the first message in the window. */
  #top: number;
  #before: number;
  #clock = 0;
  /** Index of the oldest message that is loaded. */
  #loadedFrom: number;
  readonly #unrecognized = new Set<number>();
  readonly #rendered = new Set<number>();
  isRestored = false;
  /** The most messages that were in the page at once. */
  mostSeen = 0;

  constructor(
    readonly shape: ListShape,
    startAt: number | null = null,
    readonly msPerStep = 30,
  ) {
    const { turns, window, loads, withheld = 0 } = shape;
    this.#loadedFrom = loads === undefined ? withheld : Math.max(withheld, turns.length - loads);
    const size = window ?? turns.length;
    const last = Math.max(this.#loadedFrom, turns.length - size);
    this.#top = startAt === null ? last : Math.min(last, Math.max(this.#loadedFrom, startAt));
    this.#before = this.#top;
    // What the user sees was rendered long ago.
    if (shape.isLate) this.look();
  }

  get #size(): number {
    return this.shape.window ?? this.shape.turns.length;
  }

  look(): SeenTurn[] {
    const { turns, pinnedTail = 0, hasPinnedHead = false } = this.shape;
    const shown = new Set<number>();
    const from = this.shape.window === null ? this.#loadedFrom : this.#top;
    for (let index = from; index < Math.min(turns.length, from + this.#size); index++) shown.add(index);
    for (let index = Math.max(this.#loadedFrom, turns.length - pinnedTail); index < turns.length; index++)
      shown.add(index);
    if (hasPinnedHead && turns.length > 0) shown.add(this.#loadedFrom);
    const indexes = [...shown]
      .filter((index) => index >= this.#loadedFrom || index < 0)
      .sort((one, other) => one - other);
    this.mostSeen = Math.max(this.mostSeen, indexes.length);
    const { unrecognized = [], isLate = false } = this.shape;
    const seen: SeenTurn[] = [];
    let isAfterGap = false;
    indexes.forEach((index, at) => {
      isAfterGap ||= at > 0 && index - (indexes[at - 1] ?? index) > 1;
      if (isLate && !this.#rendered.has(index)) {
        // The next look finds it, unless it has left the page by then.
        isAfterGap = true;
      } else if (unrecognized.includes(index)) {
        this.#unrecognized.add(index);
      } else {
        seen.push(this.#seen(index, isAfterGap));
        isAfterGap = false;
      }
    });
    this.#rendered.clear();
    for (const index of indexes) this.#rendered.add(index);
    return seen;
  }

  #turn(index: number): Turn {
    return this.shape.turns[index] ?? { from: 'assistant', text: `Invented ${index}`, named: 0 };
  }

  #seen(index: number, isAfterGap: boolean): SeenTurn {
    const { turns, numbering, lie, areIdsReused } = this.shape;
    const turn = this.#turn(index);
    const isRelative = numbering === 'loaded' || numbering === 'loaded_ids';
    const isNumbered = isRelative || numbering === 'places' || numbering === 'sizes';
    // A page counts the messages that it withholds, too.
    const position = isNumbered ? index - (isRelative ? this.#loadedFrom : 0) : null;
    const id = areIdsReused ? index - this.#loadedFrom : index;
    const hasId = numbering === 'ids' || numbering === 'loaded_ids';
    return {
      key: numbering === 'none' ? null : hasId ? `id ${id}` : `place ${position}`,
      position,
      isAbsolute: numbering === 'places',
      setSize: numbering === 'sizes' ? (lie ?? turns.length) : null,
      isAfterGap,
      fingerprint: `${turn.from} ${turn.text.slice(0, 60)}`,
      read: () => turn,
    };
  }

  unrecognized(): number {
    return this.#unrecognized.size;
  }

  async toEnd(): Promise<boolean> {
    this.#clock += this.msPerStep;
    this.#top = Math.max(this.#loadedFrom, this.shape.turns.length - this.#size);
    return true;
  }

  async up(_key: string, share: number): Promise<'moved' | 'top'> {
    this.#clock += this.msPerStep;
    this.#before = this.#top;
    const { isEndless, loads, withheld = 0, window } = this.shape;
    if (this.#top <= this.#loadedFrom || window === null) {
      if (isEndless) {
        this.#loadedFrom -= 10;
        this.#top = this.#loadedFrom + 9;
        return 'moved';
      }
      const next = loads === undefined ? this.#loadedFrom : Math.max(withheld, this.#loadedFrom - loads);
      if (next === this.#loadedFrom) return 'top';
      this.#loadedFrom = next;
      if (this.shape.staysAtTop) this.#top = next;
      return 'moved';
    }
    // The first known message stays the last of the window.
    const step = Math.max(1, Math.floor((this.#size - 1) * share));
    this.#top = Math.max(this.#loadedFrom, this.#top - step);
    return 'moved';
  }

  async back(): Promise<void> {
    this.#clock += this.msPerStep;
    this.#top = this.#before;
  }

  async restore(): Promise<void> {
    this.isRestored = true;
  }

  timer(ms: number): () => boolean {
    const until = this.#clock + ms;
    return () => this.#clock > until;
  }
}
