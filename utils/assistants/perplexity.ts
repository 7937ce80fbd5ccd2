import { chatSite, describe, statusPage } from './describe';

/**
 * Source: notes on the page's move to incident.io on 2026-09-10, and on the Instatus page before it (2026-08-16). The
 * ids of the new page's parts are unknown, so it shows open incidents without a verdict. The old page is read at its
 * last address.
 */
export const perplexity = describe({
  id: 'perplexity',
  name: 'Perplexity',
  provider: 'Perplexity',
  isFeatured: true,
  verifiedOn: '2026-09-18',
  statusPages: [
    statusPage('incidentio', 'status.perplexity.com', { pageId: '01KZSFD3VPNK8C7QRFH0GAZ4H2', core: {} }),
    statusPage('instatus', 'status.perplexity.ai', {
      otherHosts: ['status.perplexity.com'],
      core: { clyi6jhgg31469ihojbwbsmeeg: 'Website' },
      features: { clyiakn7i60113hvojwho6za6j: 'API', cmr18ih7201l20rqmap66bx4l: 'Computer' },
    }),
  ],
  chatSites: [chatSite('www.perplexity.ai')],
  sendPaths: [{ host: 'www.perplexity.ai', pattern: '^/rest/sse/perplexity_ask$', glob: '/rest/sse/perplexity_ask*' }],
});
