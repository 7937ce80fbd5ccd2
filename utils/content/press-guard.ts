/** How long the card must have stood unchanged before a press counts. */
const STABLE_MS = 500;
/** Often enough that a change between two samples leaves a person no time to be misled. */
const SAMPLE_MS = 200;

/** A page, or another extension, that writes as often as we do must not keep the tab busy: the next sample repairs. */
const REPAIR_PAUSE_MS = 50;

/** Chromium tells whether a target is truly painted: opaque, unfiltered and covered by nothing. Others do not. */
interface VisibilityEntry extends IntersectionObserverEntry {
  isVisible?: boolean;
}
const TRACKS_VISIBILITY = 'isVisible' in IntersectionObserverEntry.prototype;
/** https://w3c.github.io/IntersectionObserver/v2/ asks for a delay of 100 ms at least. */
const TRACKED: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
  trackVisibility: true,
  delay: 100,
};

export interface PressGuard {
  /** Stops observing. */
  stop(): void;
}

/**
 * How many other elements in the top layer overlap the card; nothing tells which of them are above it. Modal dialogs are
 * not: the card is shown inside the one that was opened last.
 */
function countOverlaps(host: HTMLElement, card: DOMRect): number {
  return [...document.querySelectorAll(':popover-open, :fullscreen')].filter((other) => {
    if (other.contains(host)) return false;
    const { left, top, right, bottom } = other.getBoundingClientRect();
    return left < card.right && right > card.left && top < card.bottom && bottom > card.top;
  }).length;
}

/** Whether a click at a point of the window would reach the overlay. */
function isHit(host: HTMLElement, x: number, y: number): boolean {
  return (host.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y) === host;
}

/**
 * Keeps a page from borrowing the person's clicks (https://developer.mozilla.org/en-US/docs/Web/Security/Attacks/Clickjacking):
 * a press inside the card counts only when the card has stood unmoved, opaque and on top for half a second. Any other
 * press is stopped before a button hears of it. A page cannot fake a trusted event, and keyboard presses need the focus,
 * which a page cannot set inside a closed root; both still wait for a stable card.
 *
 * `repair` undoes what the page changed on the host and returns whether anything was changed.
 */
export function guardPresses(host: HTMLElement, card: HTMLElement, repair: () => boolean): PressGuard {
  const life = new AbortController();
  const { signal } = life;
  let isReady = false;
  /** Runs while the card is as it should be, and makes it ready; undefined while it is not. */
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let lastPlace = '';
  let isPainted = !TRACKS_VISIBILITY;
  let hasJustRepaired = false;

  const setReady = (next: boolean) => {
    isReady = next;
    card.dataset.guard = next ? 'ready' : 'waiting';
  };
  const restart = (isSound: boolean) => {
    clearTimeout(waiting);
    setReady(false);
    waiting = isSound ? setTimeout(() => setReady(true), STABLE_MS) : undefined;
  };

  /** Compares the card with how it was before, and restarts the clock if anything differs. */
  const sample = () => {
    const wasChanged = repair();
    if (wasChanged) {
      hasJustRepaired = true;
      setTimeout(() => {
        hasJustRepaired = false;
      }, REPAIR_PAUSE_MS);
    }
    const box = card.getBoundingClientRect();
    const overlaps = countOverlaps(host, box);
    // Its height is left out: only our own words change it, and they move no button away from under the pointer.
    const place = [box.left, box.top, box.width, innerWidth, innerHeight, screenX, screenY, overlaps].join();
    const isCovered =
      !isHit(host, box.left + box.width / 2, box.top + box.height / 2) || (!TRACKS_VISIBILITY && overlaps > 0);
    const isSound = isPainted && !document.hidden && !wasChanged && !isCovered;
    if (!isSound || waiting === undefined || place !== lastPlace) restart(isSound);
    lastPlace = place;
  };

  const onClick = (event: MouseEvent) => {
    sample();
    // A press on a key has no point.
    const isAimed = event.detail === 0 || isHit(host, event.clientX, event.clientY);
    if (event.isTrusted && isAimed && isReady) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  card.addEventListener('click', onClick, { capture: true, signal });
  document.addEventListener('visibilitychange', sample, { signal });

  const observer = new IntersectionObserver((entries: VisibilityEntry[]) => {
    isPainted = !TRACKS_VISIBILITY || entries.at(-1)?.isVisible === true;
    sample();
  }, TRACKED);
  observer.observe(card);
  // What a page changes and changes back between two samples is seen here.
  const mutations = new MutationObserver(() => {
    if (hasJustRepaired) restart(false);
    else sample();
  });
  mutations.observe(host, { attributes: true });
  const timer = setInterval(() => document.hidden || sample(), SAMPLE_MS);
  sample();

  return {
    stop() {
      life.abort();
      clearTimeout(waiting);
      observer.disconnect();
      mutations.disconnect();
      clearInterval(timer);
    },
  };
}
