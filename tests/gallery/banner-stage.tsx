import { useEffect, useRef } from 'react';
import { createBanner } from '@/components/banner/render-banner';
import { bannerView } from '@/utils/app/banner-view';
import { BUILT_IN } from '@/utils/assistants/lookups';
import { directionOf } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import type { FallbackOption } from '@/utils/model/views';
import type { BannerState } from './gallery-state';
import { NOW } from './moments';
import { speechAt } from './speech';

function otherOptions({ t }: Speech): FallbackOption[] {
  return [
    { fallbackId: 'chatgpt', name: 'ChatGPT', note: null },
    {
      fallbackId: 'gemini',
      name: 'Gemini',
      note: t('join_items', t('banner_paste_there'), t('fallback_sign_in')),
    },
    { fallbackId: 'own:1', name: 'Open WebUI', note: t('fallback_own') },
    { fallbackId: 'local:ollama', name: 'Ollama', note: t('fallback_local_other', '3') },
  ];
}

/** The banner in an open shadow root, which axe can inspect, above a chat-like page. */
export function BannerStage({ state }: { state: BannerState }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (element === null || element.shadowRoot !== null) return;
    const speech = speechAt(NOW);
    const view = bannerView(
      'claude',
      state.status,
      {
        theme: state.theme ?? 'system',
        carriesConversation: state.carriesConversation ?? false,
      },
      { registry: BUILT_IN, speech },
    );
    if (view === null) throw new Error('This status shows no banner');
    const banner = createBanner(element.attachShadow({ mode: 'open' }), {
      fallbacks: async () => otherOptions(speech),
      choose: () => undefined,
      carryConversation: () => undefined,
      readComposer: () => ({ kind: 'typed', text: '', hasFiles: false, ...state.reading }),
      keep: () => undefined,
      awaitRecovery: () => undefined,
      check: () => undefined,
      putBack: () => undefined,
      discard: () => undefined,
      dismiss: () => undefined,
    });
    banner.show(view);
    if (state.said !== undefined) banner.say(state.said);
    if (state.isDraftKept === true) {
      banner.offer({
        key: '',
        text: speech.t('kept_offer', '14:08'),
        putBack: speech.t('kept_put_back'),
        discard: speech.t('kept_discard'),
      });
    }
  }, [state]);
  return (
    <main className="chat">
      <h1>What was the question again?</h1>
      <p>A long answer stood here, and the next one does not come.</p>
      <div ref={host} className="banner-place" dir={directionOf(speechAt(NOW).t('popup_language'))} />
      <label>
        Your message <input type="text" />
      </label>
    </main>
  );
}
