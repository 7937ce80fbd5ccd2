import { chatSite, describe, statusPage } from './describe';

/** Source: the page's HTML recorded on 2026-09-29. The chat is the playground of the dashboard. */
export const cohere = describe({
  id: 'cohere',
  name: 'Cohere',
  provider: 'Cohere',
  verifiedOn: '2026-09-29',
  statusPages: [
    statusPage('incidentio', 'status.cohere.com', {
      pageId: '01HEBDXXA856JY0M3E46GZHCH8',
      core: { '01HTQRNEDQQ9E16WRMZF16HH40': 'Playground' },
      features: {
        '01M1ETCNNYXYNTJY9J6RMJYKWB': 'All Endpoints',
        '01M1ETCNNYSZF28T5WJ7TQZXPX': 'All Models',
        '01HPSPCNBW0R74QDXBWQ10RTC0': 'Infrastructure',
      },
    }),
  ],
  chatSites: [chatSite('dashboard.cohere.com')],
});
