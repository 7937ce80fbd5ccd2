import { COUNT_EVERY_MS, countdown } from '@/components/banner/dom';
import { editorOf, findComposer } from '@/utils/content/draft/find-composer';
import { readComposerText, readDraft } from '@/utils/content/draft/read-draft';
import type { FallbackId } from '@/utils/model/fallback';
import type { SiteMessage } from '@/utils/model/messages';
import type { BannerView } from '@/utils/model/views';
import { BANNER_TAG, createBannerHost } from './banner-host';
import { ask, isConnected, isPrivate, listen } from './extension';

/** How long the user has to read the recovery message. */
const FAREWELL_MS = 10_000;

/** Marks in the content script's world that a banner is running; the page cannot see it. */
const marker = globalThis as { understudyBannerLives?: unknown };

/** False if the page forbids it, or if the text that is not known yet never comes. */
const isDone = (copying: Promise<void>): Promise<boolean> =>
  copying.then(
    () => true,
    () => false,
  );

/** Also copies the draft, in case the site does not accept it. */
const copy = async (text: string) => text === '' || isDone(navigator.clipboard.writeText(text));

/** Copies a text that is not known yet. */
function copyLater(text: Promise<string>): Promise<boolean> {
  const item = new ClipboardItem({ 'text/plain': text.then((known) => new Blob([known], { type: 'text/plain' })) });
  return isDone(navigator.clipboard.write([item]));
}

const REVOKE_AFTER_MS = 60_000;

/** Saves a text as a download. The link is never part of the page. */
function saveText(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), REVOKE_AFTER_MS);
}

/**
 * Shows this site's banner for as long as the background wants one, then removes element, listeners and timer. A second
 * injection does nothing, but it replaces an orphaned banner of an earlier extension version.
 */
export function startBanner(): void {
  // Pages can create a global of this name with an element id, but not with the value true.
  if (marker.understudyBannerLives === true) return;
  marker.understudyBannerLives = true;
  for (const orphan of document.querySelectorAll(BANNER_TAG)) orphan.remove();

  const life = new AbortController();
  const quietly = (promise: Promise<unknown>) => void promise.catch(() => leave());
  /** A failed request leaves the banner as it is. If the extension is gone, there is nothing left to do. */
  const tell = (promise: Promise<unknown>, onFailure = () => {}) =>
    void promise.catch(() => (isConnected() ? onFailure() : leave()));
  /** Called only when the user opens the list, chooses a fallback in it, or keeps the draft. */
  const readComposer = () => readComposerText(hints, lastEdited);
  const host = createBannerHost({
    fallbacks: () => ask({ type: 'fallbacks' }),
    readComposer,
    choose: (to, takesConversation) => {
      const { text, hasFiles } = readComposer();
      // A second choice while a conversation is being read would open a second tab.
      if (reading !== null) return;
      if (!takesConversation) tell(go({ to, draft: text, hasFiles }));
      else {
        reading = takeConversation(to, text, hasFiles).finally(() => {
          reading = null;
        });
        tell(reading, () => host.say(''));
      }
    },
    carryConversation: (isOn) => tell(ask({ type: 'carry-conversation', isOn })),
    keep: isPrivate()
      ? null
      : () => {
          const { text, hasFiles } = readComposer();
          tell(ask({ type: 'keep-waiting', draft: text, hasFiles }).then((said) => said !== null && host.say(said)));
        },
    check: () => tell(ask({ type: 'check' })),
    putBack: () => settleOffer('restore-draft'),
    discard: () => settleOffer('discard-draft'),
    awaitRecovery: (isOn) => tell(ask({ type: 'await', isOn })),
    dismiss: () => {
      quietly(ask({ type: 'dismiss' }));
      leave();
    },
  });
  const go = async (order: Omit<Extract<SiteMessage, { type: 'continue' }>, 'type'>, isCopied = copy(order.draft)) => {
    // Before the fallback opens, as nothing can be copied without the focus.
    const hasCopy = await isCopied;
    const said = await ask({ type: 'continue', ...order, isNotCopied: hasCopy ? undefined : true });
    // Without a draft there is nothing to say, and a conversation is no longer being read.
    host.say(said === null ? '' : hasCopy ? said.copied : said.notCopied);
  };
  const takeConversation = async (to: FallbackId, draft: string, hasFiles: boolean) => {
    host.say(readingLabel);
    const answer = ask({ type: 'conversation', to, draft });
    // Within the click, or browsers refuse it; and before the fallback opens, as nothing can be copied without the focus.
    const isCopied = copyLater(answer.then((found) => (found?.kind === 'read' ? found.text : Promise.reject())));
    const found = await answer;
    if (found?.kind !== 'read') {
      // A new chat has no conversation, so nothing is left out without it.
      if (found?.kind === 'none') host.say(found.said);
      else await go({ to, draft, hasFiles });
      return;
    }
    await isCopied;
    if (found.file !== null) saveText(found.file.name, found.file.text);
    await go({ to, draft: found.text, hasFiles, conversation: found.extent }, isCopied);
  };
  const settleOffer = (type: 'restore-draft' | 'discard-draft') => {
    const key = host.offered();
    host.offer(null);
    // A draft that could not be restored is kept and offered again.
    tell(ask({ type, key }), updateOffer);
  };
  const updateOffer = () => quietly(ask({ type: 'restore-offer' }).then(host.offer));
  /** The editor that had the focus last: when a button of ours is clicked, the focus is on that button. */
  let lastEdited = editorOf(document.activeElement);
  let isFarewellOver: (() => boolean) | null = null;
  let hints: readonly string[] = [];
  let readingLabel = '';
  let reading: Promise<void> | null = null;

  function leave(): void {
    if (life.signal.aborted) return;
    life.abort();
    stopListening();
    clearInterval(upkeep);
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
    readingLabel = view.labels.reading;
    host.show(view);
    isFarewellOver = view.isOver ? (isFarewellOver ?? countdown(host.card, FAREWELL_MS)) : null;
  }

  function keepUp(): void {
    if (document.hidden) return;
    host.setEmpty(isEmpty());
    if (isFarewellOver?.() || !isConnected()) leave();
    else host.reposition();
  }

  /** Whether a draft can be restored without overwriting another. Checked only while one is offered. */
  const isEmpty = () => {
    const composer = host.offered() ? findComposer(document, hints) : null;
    return composer !== null && readDraft(composer) === '';
  };
  const look = () => {
    quietly(ask({ type: 'banner-view' }).then(show));
    updateOffer();
  };
  const stopListening = listen((message) => {
    if (message.type === 'show-banner') show(message.view);
    else if (message.type === 'offer-draft') {
      if (!message.only || message.only === host.offered()) host.offer(message.offer);
    } else host.say(message.text);
    return true;
  });
  const upkeep = setInterval(keepUp, COUNT_EVERY_MS);
  addEventListener(
    'focusin',
    ({ target }) => {
      lastEdited = (target instanceof Element ? editorOf(target) : null) ?? lastEdited;
    },
    { signal: life.signal },
  );
  // Also when a software keyboard opens or closes, which leaves the size of the window as it is.
  visualViewport?.addEventListener('resize', host.reposition, { signal: life.signal });
  // After a restore from the back-forward cache, the shown state may be outdated.
  addEventListener('pageshow', (event) => event.persisted && look(), { signal: life.signal });
  look();
}
