/** How long the card must be unchanged before a press counts. */
const STABLE_MS = 500;
/** Short enough that users cannot be misled by a change between two samples. */
const SAMPLE_MS = 200;

/** A page or extension that rewrites as often as we do must not keep the tab busy: the next sample repairs it. */
const REPAIR_PAUSE_MS = 50;

/** Chromium reports whether a target is truly visible: opaque, unfiltered and uncovered. Other browsers do not. */
interface VisibilityEntry extends IntersectionObserverEntry {
  isVisible?: boolean;
}
const TRACKS_VISIBILITY = 'isVisible' in IntersectionObserverEntry.prototype;
/** https://w3c.github.io/IntersectionObserver/v2/ requires a delay of at least 100 ms. */
const TRACKED: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
  trackVisibility: true,
  delay: 100,
};

export interface PressGuard {
  stop(): void;
}

/** The other elements in the top layer, without modal dialogs: the card is shown inside the last opened one. */
function findOthers(host: HTMLElement): Element[] {
  return [...document.querySelectorAll(':popover-open, :fullscreen')].filter((other) => !other.contains(host));
}

/** Number of elements whose boxes overlap the card. */
function countOverlaps(others: readonly Element[], card: DOMRect): number {
  return others.filter((other) => {
    const { left, top, right, bottom } = other.getBoundingClientRect();
    return left < card.right && right > card.left && top < card.bottom && bottom > card.top;
  }).length;
}

/** Whether a click at this point of the window would reach the overlay. */
function isHit(host: HTMLElement, x: number, y: number): boolean {
  return (host.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y) === host;
}

/** What can be pressed, and where. An issue, a draft or the page itself can move it while the card stays in its place. */
function targetsOf(card: HTMLElement): string {
  const targets = [...card.querySelectorAll<HTMLElement>('button, a')];
  return targets.map((one) => [one.textContent, one.offsetLeft, one.offsetTop, one.offsetWidth]).join();
}

/**
 * Protects against clickjacking (https://developer.mozilla.org/en-US/docs/Web/Security/Attacks/Clickjacking): a press
 * inside the card counts only if the card has been unmoved, opaque and on top for half a second, and so have its buttons.
 * Any other press is stopped before it reaches a button. Pages cannot fake a trusted event, and keyboard presses need the
 * focus, which a page cannot set inside a closed root; both still require a stable card.
 *
 * `repair` reverts the page's changes to the host and returns whether there were any.
 */
export function guardPresses(host: HTMLElement, card: HTMLElement, repair: () => boolean): PressGuard {
  const life = new AbortController();
  const { signal } = life;
  let isReady = false;
  /** Runs while the card is unchanged, and then enables it; undefined otherwise. */
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let lastPlace = '';
  let lastScroll = 0;
  /** Runs for a while after the card was scrolled; undefined otherwise. */
  let scrolling: ReturnType<typeof setTimeout> | undefined;
  let isPainted = !TRACKS_VISIBILITY;
  let hasJustRepaired = false;
  /** What the card was shown above. Scripts cannot read the order of the top layer. */
  let below = findOthers(host);

  const setReady = (next: boolean) => {
    isReady = next;
    card.dataset.guard = next ? 'ready' : 'waiting';
  };
  const restart = (isSound: boolean) => {
    clearTimeout(waiting);
    setReady(false);
    waiting = isSound ? setTimeout(() => setReady(true), STABLE_MS) : undefined;
  };

  /** Compares the card with its previous state, and restarts the timer if anything differs. */
  const sample = () => {
    let wasChanged = repair();
    const box = card.getBoundingClientRect();
    const others = findOthers(host);
    const overlaps = countOverlaps(others, box);
    // What was closed is above the card when it is opened again.
    below = below.filter((one) => others.includes(one));
    // Whatever its box, it may cover the card by its backdrop or overflow. Some pages keep one open for their notices, so
    // the card is shown again above it and waits, instead of ignoring all presses.
    if (!TRACKS_VISIBILITY && !wasChanged && overlaps === 0 && below.length < others.length) {
      host.hidePopover();
      wasChanged = repair();
      below = others;
    }
    if (wasChanged) {
      hasJustRepaired = true;
      setTimeout(() => {
        hasJustRepaired = false;
      }, REPAIR_PAUSE_MS);
    }
    // Without the height: a text that is updated may change it and move no button.
    const place = [
      box.left,
      box.top,
      box.width,
      innerWidth,
      innerHeight,
      screenX,
      screenY,
      overlaps,
      targetsOf(card),
    ].join();
    const isCovered =
      !isHit(host, box.left + box.width / 2, box.top + box.height / 2) || (!TRACKS_VISIBILITY && overlaps > 0);
    const isSound = isPainted && !document.hidden && !wasChanged && !isCovered;
    if (!isSound || waiting === undefined || place !== lastPlace) restart(isSound);
    lastPlace = place;
    if (card.scrollTop !== lastScroll) {
      clearTimeout(scrolling);
      scrolling = setTimeout(() => {
        scrolling = undefined;
      }, STABLE_MS);
    }
    lastScroll = card.scrollTop;
  };

  const onClick = (event: MouseEvent) => {
    sample();
    // A keyboard press has no position, and may follow at once when the focus has scrolled the card.
    const isAimed = event.detail === 0 || (scrolling === undefined && isHit(host, event.clientX, event.clientY));
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
  // Detects changes that a page reverts between two samples.
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
