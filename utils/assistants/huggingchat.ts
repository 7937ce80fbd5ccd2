import { chatSite, describe, statusPage } from './describe';

/**
 * Source: `index.json` recorded on 2026-09-19,
 * https://github.com/hani-sul/Wakz/blob/e195df20eaf086732cc7c677508cae2d32413734/packages/connectors/test/fixtures/betterstack-huggingface-index.json
 * Send path and prefill from the chat's open source code, https://github.com/huggingface/chat-ui
 * The page has no component for the chat, which is part of the Hub's website: without the Hub there is no chat, but the
 * models have none.
 */
export const huggingchat = describe({
  id: 'huggingchat',
  name: 'HuggingChat',
  provider: 'Hugging Face',
  verifiedOn: '2026-09-19',
  statusPages: [
    statusPage('betterstack', 'status.huggingface.co', {
      pageId: '124692',
      lacksChat: true,
      core: { '84641': 'Huggingface Hub' },
      features: { '8379104': 'Inference Endpoints UI', '8379105': 'Inference Endpoints API', '306621': 'Spaces Proxy' },
    }),
  ],
  chatSites: [chatSite('huggingface.co', '/chat/', '/chat')],
  sendPaths: [{ host: 'huggingface.co', pattern: '^/chat/conversation/[^/]+$', glob: '/chat/conversation/*' }],
  // `?q=` sends at once; this one only fills in. The limit is the one in Firefox's own chat sidebar, minus its margin:
  // https://github.com/mozilla-firefox/firefox/blob/main/browser/components/genai/GenAI.sys.mjs
  prefill: { template: 'https://huggingface.co/chat/?prompt={draft}', maxLength: 6_400 },
});
