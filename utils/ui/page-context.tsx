import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { speechNow } from '@/utils/browser/i18n';
import { languageOf } from '@/utils/i18n/moments';
import type { Speech, Translate } from '@/utils/i18n/speech';

/** The language, time zone and current time of a page. Null outside of a page. */
export const SpeechContext = createContext<Speech | null>(null);

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === null) throw new Error('No SpeechContext above this component');
  return speech;
}

/** The function that looks up messages. */
export const useT = (): Translate => useSpeech().t;

/** The attributes of a page's root element that say in which language it is written. */
export function useLanguage(): { lang: string; dir: 'ltr' | 'rtl' } {
  const { language, direction } = languageOf(useSpeech());
  return { lang: language, dir: direction };
}

interface PageSpeechProps {
  store: StoreApi<object>;
  children: ReactNode;
}

/** Provides the browser's language, and the current time as of the last change of the page's store. */
export function PageSpeech({ store, children }: PageSpeechProps) {
  useStore(store);
  const speech = speechNow();
  const { language } = languageOf(speech);
  // For the title of the tab, which is outside of what React renders.
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

/** The context that provides the store of a page, and the hook through which its components read state and actions. */
export function createPageStore<State extends object>() {
  const StoreContext = createContext<StoreApi<State> | null>(null);
  function usePageStore(): State {
    const store = useContext(StoreContext);
    if (store === null) throw new Error('No store above this component');
    return useStore(store);
  }
  return { StoreContext, usePageStore };
}

const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
/** The part of a page in which a removed control is replaced, such as by the button that undoes what it did. */
const PARTS = '[data-assistant], li, section, main';

const controlsIn = (element: Element): HTMLElement[] => [...element.querySelectorAll<HTMLElement>(CONTROLS)];
const canFocus = (element: HTMLElement): boolean =>
  element.isConnected && element.checkVisibility() && !element.matches(':disabled, [inert] *');

/** Where the focus was, and what was around it. */
interface Place {
  focused: HTMLElement;
  /** All controls of the page, in their order. */
  controls: HTMLElement[];
  /** The parts of the page around it, innermost first. */
  parts: Element[];
}

function placeOf(focused: HTMLElement, root: HTMLElement): Place {
  const parts: Element[] = [];
  for (let part = focused.closest(PARTS); part !== null; part = part.parentElement?.closest(PARTS) ?? null) {
    parts.push(part);
  }
  return { focused, controls: controlsIn(root), parts: [...parts, root] };
}

/** The control that came in place of the removed one; else the next one in the order of the page, else the previous one. */
function successorOf({ focused, controls, parts }: Place): HTMLElement | null {
  const known = new Set(controls);
  const replacements = parts
    .filter(({ isConnected }) => isConnected)
    .flatMap(controlsIn)
    .filter((one) => !known.has(one));
  const at = controls.indexOf(focused);
  const candidates = [...replacements, ...controls.slice(at + 1), ...controls.slice(0, Math.max(at, 0)).reverse()];
  return candidates.find(canFocus) ?? null;
}

/**
 * Keeps the focus in the page when the focused control is removed, for example because it was pressed. The browser would
 * give the focus to the body, so that keyboard users start again at the top and screen readers fall silent. Returns how to
 * stop.
 */
export function keepFocus(root: HTMLElement): () => void {
  let place: Place | null = null;
  const remember = () => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && root.contains(activeElement)) place = placeOf(activeElement, root);
  };
  const observer = new MutationObserver(() => {
    if (place === null || place.focused.isConnected) return;
    // Something else has the focus already.
    if (document.activeElement === document.body && document.hasFocus()) successorOf(place)?.focus();
    else place = null;
  });
  root.addEventListener('focusin', remember);
  // Other controls may have come or gone since the control got the focus.
  root.addEventListener('click', remember, true);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    root.removeEventListener('focusin', remember);
    root.removeEventListener('click', remember, true);
    observer.disconnect();
  };
}
