import { waitUntilQuiet } from '@/utils/content/draft/wait';
import type { ConversationHints } from '@/utils/model/conversation';
import type { ScrollView, SeenTurn } from './accumulate';
import { type FoundTurn, findTurns, type Numbering, numberingOf, placeOf, ROW, seenTurn } from './find-turns';

/** How long a list is given to react to a new scroll position, in ms. */
interface Pace {
  /** Without any change in the page. */
  idleMs: number;
  /** Without a further change. */
  quietMs: number;
  /** For older messages to be loaded, at the start of the list. */
  loadMs: number;
  /** However much changes. */
  capMs: number;
}

const PACE: Pace = { idleMs: 120, quietMs: 25, loadMs: 700, capMs: 1_000 };

/** Waits for the page to render. Texts of an answer that is being written are not waited for. */
const waitForRender = (node: Node, firstMs: number, { quietMs, capMs }: Pace) =>
  waitUntilQuiet(node, { quietMs, firstMs, capMs }, { childList: true, subtree: true });

/** The element that scrolls the messages. Side bars scroll, too, so it is found from a message outwards. */
function scrollerOf(element: Element): Element {
  for (let outer = element.parentElement; outer !== null; outer = outer.parentElement) {
    const { overflowY } = getComputedStyle(outer);
    if (/^(auto|scroll|overlay)$/.test(overflowY) && outer.scrollHeight > outer.clientHeight + 1) return outer;
  }
  return document.scrollingElement ?? document.documentElement;
}

/** Whether an element is in one of these, such as a numbered line of code in a message. */
function isWithin(element: Element, rows: ReadonlySet<Element>): boolean {
  for (let outer = element.parentElement; outer !== null; outer = outer.parentElement) if (rows.has(outer)) return true;
  return false;
}

/** Whether a row shows nothing: its content has not been rendered, or was removed. */
const isEmpty = (row: Element): boolean =>
  row.textContent.trim() === '' && row.querySelector('img, picture, video, canvas') === null;

const isBefore = (one: Element, other: Element): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** Distance of a message from the edge of the window, so that lists that remove at the edge keep it. In CSS pixels. */
const INSET = 24;
const MAX_STEPS_BACK = 40;
const MAX_WAITS = 6;
/** A list counts as scrolled to an edge within this distance. */
const EDGE = 2;

const timer = (ms: number) => {
  let isOver = false;
  setTimeout(() => {
    isOver = true;
  }, ms);
  return () => isOver;
};

/** The messages of this document as a list that can be scrolled. */
export function pageView(hints: ConversationHints, pace: Pace = PACE): ScrollView {
  const unrecognized = new Set<number>();
  const first = findTurns(document, hints)[0];
  const scroller = first === undefined ? document.documentElement : scrollerOf(first.row);
  const startedAt = scroller.scrollTop;
  const wasAtEnd = isAtEnd();
  let before = startedAt;
  let found: { turn: FoundTurn; seen: SeenTurn }[] = [];

  function isAtEnd(): boolean {
    return scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - EDGE;
  }
  const scrollTo = (top: number) => scroller.scrollTo({ top, behavior: 'instant' });
  const boxTop = () => (scroller === document.scrollingElement ? 0 : scroller.getBoundingClientRect().top);

  /** Rows without a message, such as those whose content has not been rendered yet. */
  const otherRows = (turns: readonly FoundTurn[]): Element[] => {
    const rows = new Set(turns.map(({ row }) => row));
    const outer = new Set<Element>(rows);
    for (let [...level] = rows; level.length > 0; ) {
      level = level.flatMap(({ parentElement }) =>
        parentElement === null || outer.has(parentElement) ? [] : parentElement,
      );
      for (const element of level) outer.add(element);
    }
    return [...scroller.querySelectorAll(ROW)].filter((element) => !outer.has(element) && !isWithin(element, rows));
  };

  /** The messages that follow a row whose content is not in the page. */
  const behindEmptyRows = (turns: readonly FoundTurn[], others: readonly Element[]): Set<FoundTurn> => {
    const empty = others.filter(isEmpty);
    const isBetween = (row: Element, previous: FoundTurn | undefined, next: FoundTurn) =>
      isBefore(row, next.row) && (previous === undefined || isBefore(previous.row, row));
    return new Set(turns.filter((turn, index) => empty.some((row) => isBetween(row, turns[index - 1], turn))));
  };

  /** The numbered places in the page. Those that hold something else than a message are remembered. */
  const placesIn = (
    turns: readonly FoundTurn[],
    others: readonly Element[],
    numbering: Numbering | null,
  ): ReadonlySet<number> => {
    const places = new Set<number>();
    if (numbering === null) return places;
    for (const { position } of turns.map((turn) => seenTurn(turn, numbering, false))) places.add(position ?? 0);
    for (const element of others) {
      const place = placeOf(numbering, element);
      if (place === null || places.has(place) || isEmpty(element)) continue;
      places.add(place);
      unrecognized.add(place);
    }
    return places;
  };

  /** Whether messages are missing between two that follow each other in the page. */
  const isGap = (previous: FoundTurn, next: FoundTurn, places: ReadonlySet<number>, numbering: Numbering | null) => {
    if (numbering === null) {
      const distance = next.row.getBoundingClientRect().top - previous.row.getBoundingClientRect().bottom;
      return distance > scroller.clientHeight;
    }
    const [from, to] = [previous, next].map((turn) => seenTurn(turn, numbering, false).position ?? 0);
    for (let place = (from ?? 0) + 1; place < (to ?? 0); place++) if (!places.has(place)) return true;
    return false;
  };

  const look = (): SeenTurn[] => {
    const turns = findTurns(document, hints);
    const numbering = numberingOf(turns);
    const others = otherRows(turns);
    const places = placesIn(turns, others, numbering);
    const cutOff = behindEmptyRows(turns, others);
    found = turns.map((turn, index) => {
      const previous = turns[index - 1];
      const isAfterGap = cutOff.has(turn) || (previous !== undefined && isGap(previous, turn, places, numbering));
      return { turn, seen: seenTurn(turn, numbering, isAfterGap) };
    });
    return found.map(({ seen }) => seen);
  };

  /** Distance of a message in the page from the upper edge of the list; null if it is not in the page. */
  const topOf = (key: string | null): number | null => {
    const turn = found.find(({ seen }) => seen.key === key)?.turn;
    return turn === undefined ? null : turn.row.getBoundingClientRect().top - boxTop();
  };

  /** The first message that the user sees. */
  const findAnchor = () => {
    look();
    const visible = found.find(({ turn }) => turn.row.getBoundingClientRect().bottom > boxTop());
    if (visible === undefined) return null;
    const { key, position } = visible.seen;
    return { key, position, top: topOf(key) ?? 0 };
  };
  const anchor = findAnchor();

  const scrollAndWait = async (top: number) => {
    const from = scroller.scrollTop;
    scrollTo(top);
    // Nothing is rendered for a position that has not changed.
    if (scroller.scrollTop !== from) await waitForRender(scroller, pace.idleMs, pace);
  };

  /** Waits until the rows in the window have content. */
  const rowsRendered = async () => {
    const isInWindow = (row: Element) => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom > boxTop() && top < boxTop() + scroller.clientHeight;
    };
    const isWaiting = () => otherRows(findTurns(document, hints)).some((row) => isEmpty(row) && isInWindow(row));
    for (let wait = 0; wait < MAX_WAITS && isWaiting(); wait++) await waitForRender(scroller, pace.idleMs, pace);
  };

  return {
    look,
    unrecognized: () => unrecognized.size,
    async toEnd() {
      for (let attempt = 0; attempt < 8; attempt++) {
        if (isAtEnd() && attempt > 0) return true;
        await scrollAndWait(scroller.scrollHeight);
        await rowsRendered();
      }
      return isAtEnd();
    },
    async up(key, share) {
      before = scroller.scrollTop;
      if (before <= EDGE) {
        const height = scroller.scrollHeight;
        const isLate = timer(pace.loadMs);
        // Other changes do not end the wait: pages show that they load messages before they have them.
        while (scroller.scrollHeight <= height && scroller.scrollTop <= EDGE) {
          if (isLate()) return 'top';
          await waitForRender(scroller, pace.idleMs, pace);
        }
        await rowsRendered();
        return 'moved';
      }
      const turn = found.find(({ seen }) => seen.key === key)?.turn;
      const top = (turn?.row.getBoundingClientRect().top ?? 0) - boxTop();
      // At least half a window, or a message that is at the lower edge already would never let it move.
      const distance = Math.max(scroller.clientHeight - INSET - top, scroller.clientHeight / 2) * share;
      await scrollAndWait(Math.max(0, before - Math.max(1, distance)));
      await rowsRendered();
      return 'moved';
    },
    async back(key) {
      const isHere = () => look().some((one) => one.key === key);
      await scrollAndWait(before);
      // Messages that were loaded above have moved it down.
      for (let step = 0; step < MAX_STEPS_BACK && !isHere() && !isAtEnd(); step++) {
        await scrollAndWait(scroller.scrollTop + scroller.clientHeight / 2);
      }
    },
    async restore() {
      await scrollAndWait(wasAtEnd ? scroller.scrollHeight : startedAt);
      // Lists estimate the heights of what is not in the page, so the same position may show other messages by now.
      for (let step = 0; step < MAX_STEPS_BACK && !wasAtEnd && anchor !== null; step++) {
        const [nearest] = look();
        const place = topOf(anchor.key);
        if (place !== null && Math.abs(place - anchor.top) <= EDGE) return;
        if (place === null && (anchor.position === null || nearest?.position == null)) return;
        const isBelow = (nearest?.position ?? 0) > (anchor.position ?? 0);
        const distance = place === null ? (scroller.clientHeight / 2) * (isBelow ? -1 : 1) : place - anchor.top;
        const from = scroller.scrollTop;
        await scrollAndWait(from + distance);
        if (scroller.scrollTop === from) return;
      }
      if (wasAtEnd) await scrollAndWait(scroller.scrollHeight);
    },
    timer,
  };
}
