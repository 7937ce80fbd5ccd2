import { editorOf, findComposer } from '@/utils/content/draft/find-composer';
import { readDraft } from '@/utils/content/draft/read-draft';
import type { BannerView } from '@/utils/model/views';
import { readTyped } from './autosave';
import { BANNER_TAG, createBannerHost } from './banner-host';
import { ask, isConnected, listen } from './extension';

/** How long "it is back" stays, counted while the tab can be seen. */
const FAREWELL_MS = 12_000;
const UPKEEP_MS = 1_000;

/** Says in this script's world that a banner lives here; the page cannot see it. */
const marker = globalThis as { understudyBannerLives?: unknown };

/** Copied too, for the site that does not take it. */
function copy(text: string): void {
  if (text !== '') void navigator.clipboard.writeText(text).catch(() => undefined);
}

/**
 * Shows the banner of this site for as long as the background wants one, then leaves without a trace: element,
 * listeners and timer. Injected twice it does nothing; an orphan of an earlier version it replaces.
 */
export function startBanner(): void {
  // A page can put an element of this name into our globals, but not the value true.
  if (marker.understudyBannerLives === true) return;
  marker.understudyBannerLives = true;
  for (const orphan of document.querySelectorAll(BANNER_TAG)) orphan.remove();

  const life = new AbortController();
  const quietly = (promise: Promise<unknown>) => void promise.catch(() => leave());
  /** One press that the background could not answer takes nothing away; without an extension nothing is left to do. */
  const tell = (promise: Promise<unknown>, onFailure = () => {}) =>
    void promise.catch(() => (isConnected() ? onFailure() : leave()));
  const host = createBannerHost({
    alternatives: () => ask({ type: 'alternatives' }),
    // Read in the moment of a click and at no other.
    readComposer: () => readTyped(hints, lastEdited),
    choose: (to) => {
      const { text, hasFiles } = readTyped(hints, lastEdited);
      copy(text);
      tell(ask({ type: 'continue', to, draft: text, hasFiles }));
    },
    check: () => tell(ask({ type: 'check' })),
    history: () => tell(ask({ type: 'history' })),
    putBack: () => settleOffer({ type: 'put-back' }),
    discard: () => settleOffer({ type: 'discard-draft' }),
    awaitRecovery: (isOn) => tell(ask({ type: 'await', isOn })),
    dismiss: () => {
      quietly(ask({ type: 'dismiss' }));
      leave();
    },
  });
  const settleOffer = (message: { type: 'put-back' } | { type: 'discard-draft' }) => {
    host.offer(null);
    // What could not be written is kept as it was, and offered again.
    tell(ask(message), () => quietly(ask({ type: 'kept-draft' }).then(host.offer)));
  };
  /** Where the person typed last: by the time they press a button of ours, that button has the focus. */
  let lastEdited = editorOf(document.activeElement);
  let farewellMs: number | null = null;
  let hints: readonly string[] = [];

  function leave(): void {
    if (life.signal.aborted) return;
    life.abort();
    host.remove();
    marker.understudyBannerLives = false;
  }

  function show(view: BannerView | null): void {
    if (life.signal.aborted) return;
    if (view === null) {
      leave();
      return;
    }
    hints = view.composerHints;
    host.show(view);
    farewellMs = view.isOver ? (farewellMs ?? FAREWELL_MS) : null;
  }

  function keepUp(): void {
    if (document.hidden) return;
    host.setEmpty(isEmpty());
    if (farewellMs !== null) farewellMs -= UPKEEP_MS;
    const isDone = farewellMs !== null && farewellMs <= 0;
    if (isDone || !isConnected()) leave();
    else host.settle();
  }

  /** Whether a draft could be put back without covering another. Only looked at while one is on offer. */
  const isEmpty = () => {
    const composer = host.hasOffer() ? findComposer(document, hints) : null;
    return composer !== null && readDraft(composer) === '';
  };
  const look = () => {
    quietly(ask({ type: 'banner-view' }).then(show));
    quietly(ask({ type: 'kept-draft' }).then(host.offer));
  };
  const stopListening = listen((message) => {
    if (message.type === 'show-banner') show(message.view);
    else host.offer(message.offer);
    return true;
  });
  const upkeep = setInterval(keepUp, UPKEEP_MS);
  life.signal.addEventListener('abort', () => {
    stopListening();
    clearInterval(upkeep);
  });
  addEventListener(
    'focusin',
    ({ target }) => {
      lastEdited = (target instanceof Element ? editorOf(target) : null) ?? lastEdited;
    },
    { signal: life.signal },
  );
  addEventListener('resize', host.settle, { signal: life.signal });
  // Back from the back-forward cache: what it shows may be long past.
  addEventListener('pageshow', (event) => event.persisted && look(), { signal: life.signal });
  look();
}
