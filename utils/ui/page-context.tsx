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
