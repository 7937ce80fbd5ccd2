import { findComposer, findTyped, isField } from '@/utils/content/draft/find-composer';
import { hasFiles, readDraft } from '@/utils/content/draft/read-draft';
import { isOnPath } from '@/utils/model/assistant';
import { type ComposerReading, cutDraft } from '@/utils/model/drafts';
import { ask, isConnected, listen } from './extension';

/** Often enough that a crash costs a second of typing; a page empties its composer without an event. */
const LOOK_MS = 1_000;

/** Says in this script's world that somebody keeps already. */
const marker = globalThis as { understudyKeeps?: unknown };

/** What a composer holds, cheaply, to see whether anything changed at all. */
const rawText = (composer: Element): string => (isField(composer) ? composer.value : composer.textContent);

/**
 * Keeps what stands in the composer, for as long as the background wants it, then leaves without a trace. What was
 * never there is not told: a page that has just loaded has an empty composer, and that erases nothing.
 */
export async function startKeeping(): Promise<void> {
  if (marker.understudyKeeps === true) return;
  marker.understudyKeeps = true;
  const life = new AbortController();
  const leave = () => life.abort();
  life.signal.addEventListener('abort', () => {
    marker.understudyKeeps = false;
  });
  const order = await ask({ type: 'keep-order' }).catch(() => null);
  if (order === null) {
    leave();
    return;
  }

  let [raw, told] = ['', ''];
  const look = () => {
    if (!isConnected()) {
      leave();
      return;
    }
    // On a host that the chat shares something else is typed elsewhere, and that is nobody's business.
    const composer = isOnPath(location.pathname, order.path) ? findComposer(document, order.hints) : null;
    // Where there is none at the moment nothing was sent or deleted.
    if (composer === null) return;
    const now = rawText(composer);
    if (now === raw) return;
    raw = now;
    const { text, isCut = false } = cutDraft(readDraft(composer));
    if (text === told) return;
    const isAnew = told === '';
    told = text;
    void ask({ type: 'keep-draft', text, isAnew, isCut }).then((isWanted) => isWanted || leave(), leave);
  };

  const stopListening = listen((message) => {
    if (message.type === 'show-banner' && !message.keepsDrafts) leave();
    // The banner answers for the tab; this script is heard of by what it keeps.
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

/**
 * What a person has typed in this page and not sent: what stands in the composer or, with nothing in it, in the message
 * that they edit in place. `hints` are CSS selectors, best first; `lastFocused` is what had the focus before they
 * turned to us.
 */
export function readTyped(
  hints: readonly string[],
  lastFocused: Element | null = document.activeElement,
): ComposerReading {
  const { composer, edited, others } = findTyped(document, hints, lastFocused);
  if (composer === null) return { kind: 'no_composer', text: '', hasFiles: false };
  const files = hasFiles(composer);
  for (const place of [composer, ...(edited === null ? [] : [edited])]) {
    const text = readDraft(place);
    if (text.trim() !== '') return { kind: 'typed', text, hasFiles: files };
  }
  // A text that somebody may have typed, or that the site shows in an editor of its own: no one can tell.
  const isUnclear = others.some((place) => readDraft(place).trim() !== '');
  return { kind: isUnclear ? 'unreadable' : 'empty', text: '', hasFiles: files };
}
