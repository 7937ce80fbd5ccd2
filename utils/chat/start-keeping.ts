import { isOnPath } from '@/utils/model/chat-site';
import { cutDraft } from '@/utils/model/kept-draft';
import { findComposer } from './draft/find-composer';
import { isField } from './draft/is-field';
import { readDraft } from './draft/read-draft';
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
