import { chatSite, describe, statusPage } from './describe';

/**
 * Source: `summary.json` recorded on 2026-09-28, after the page's move to incident.io on 2026-09-10,
 * https://github.com/xerioc2/ai-status-bar/blob/0306edf655ccaa2bea7798bd299c6d0b59f23a39/test/fixtures/perplexity.json
 * and notes on the Instatus page before it (2026-08-16), which is read at its last address. "App" is the app for phones and
 * desktops.
 */
export const perplexity = describe({
  id: 'perplexity',
  name: 'Perplexity',
  provider: 'Perplexity',
  isFeatured: true,
  verifiedOn: '2026-09-28',
  statusPages: [
    statusPage('incidentio', 'status.perplexity.com', {
      pageId: '01KZSFD3VPNK8C7QRFH0GAZ4H2',
      core: { '01KZSFD424KQ6VQYV4R0KCA30P': 'Website' },
      features: {
        '01KZSFD424NN3EYBS78TMVWNEK': 'App',
        '01M0TRMC3ED1PG4GRRXXMVNNZ6': 'Computer',
        '01M2R6E5FPASTEW3A3V8TSYHJ0': 'API',
      },
    }),
    statusPage('instatus', 'status.perplexity.ai', {
      otherHosts: ['status.perplexity.com'],
      core: { clyi6jhgg31469ihojbwbsmeeg: 'Website' },
      features: { clyiakn7i60113hvojwho6za6j: 'API', cmr18ih7201l20rqmap66bx4l: 'Computer' },
    }),
  ],
  chatSites: [chatSite('www.perplexity.ai')],
  // From public exporters, July and August 2026: docs/conversations.md.
  conversation: {
    person: ['div[class~="group/query"]'],
    assistant: ['div[id^="markdown-content-"]'],
    endpoint: null,
  },
  sendPaths: [{ host: 'www.perplexity.ai', pattern: '^/rest/sse/perplexity_ask$', glob: '/rest/sse/perplexity_ask*' }],
  newChatPaths: [{ pattern: '^/(?:search/new/?)?$' }, { pattern: '^/search/new/[^/]+$', isProvisional: true }],
});
