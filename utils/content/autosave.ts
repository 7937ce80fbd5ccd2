import { findComposer, isField } from '@/utils/content/draft/find-composer';
import { readDraft } from '@/utils/content/draft/read-draft';
import { isOnPath } from '@/utils/model/address';
import { cutDraft } from '@/utils/model/drafts';
import { ask, isConnected, listen } from './extension';

/**
 * A crash then costs at most a second of typing. Polling is needed because pages clear their composer without an event.
 */
const LOOK_MS = 1_000;

/** Marks in the content script's world that an autosave script is running. */
const marker = globalThis as { understudyAutosaves?: unknown };

/** Raw content of a composer, cheap to compare. */
const rawText = (composer: Element): string => (isField(composer) ? composer.value : composer.textContent);

/**
 * Autosaves the composer for as long as the background wants it, then removes itself. If a saved draft is still in the
 * composer when the issue ends, it stays until that is empty, so that the draft can be deleted once it was sent. An
 * initially empty composer is not reported: right after a load it is always empty, and that must not delete a saved draft.
 */
export async function startAutosave(): Promise<void> {
  if (marker.understudyAutosaves === true) return;
  marker.understudyAutosaves = true;
  const life = new AbortController();
  const leave = () => life.abort();
  life.signal.addEventListener('abort', () => {
    marker.understudyAutosaves = false;
  });
  const config = await ask({ type: 'autosave-config' }).catch(() => null);
  if (config === null) {
    leave();
    return;
  }

  /** Null: to be read again. */
  let raw: string | null = '';
  let reported = '';
  let isOver = false;
  const look = () => {
    if (!isConnected()) {
      leave();
      return;
    }
    // On a shared host, text outside the chat is not ours to read.
    const composer = isOnPath(location.pathname, config.path) ? findComposer(document, config.hints) : null;
    // A missing composer does not mean that the draft was sent or deleted.
    if (composer === null) return;
    const now = rawText(composer);
    if (now === raw) return;
    raw = now;
    const draft = readDraft(composer);
    // White space is no draft. In an editor it is not read as one, either.
    const { text, isCut = false } = cutDraft(draft.trim() === '' ? '' : draft);
    if (text === reported || (isOver && text !== '')) return;
    const isNewText = reported === '';
    reported = text;
    void ask({ type: 'autosave', text, isNewText, isCut }).then((isWanted) => isWanted || leave(), leave);
  };

  const stopListening = listen((message) => {
    if (message.type === 'show-banner') {
      isOver = !message.keepsDrafts;
      // What was typed meanwhile is saved in a new issue.
      raw = null;
      if (isOver && reported === '') leave();
      else if (isOver) void ask({ type: 'autosave-config' }).then((next) => next ?? leave(), leave);
    }
    // The banner answers for the tab; the background knows this script by its messages.
    return false;
  });
  const timer = setInterval(look, LOOK_MS);
  life.signal.addEventListener('abort', () => {
    stopListening();
    clearInterval(timer);
  });
  addEventListener('pagehide', look, { signal: life.signal });
  look();
}
