import { chatSite, describe, statusPage } from './describe';

/**
 * Source: notes of 2026-06-19 and 2026-09-03 on the page's component names, and lists of its API's ids to 2026-10. The id
 * of the chat, "Kimi", is not recorded.
 */
export const kimi = describe({
  id: 'kimi',
  name: 'Kimi',
  provider: 'Moonshot AI',
  verifiedOn: '2026-09-03',
  statusPages: [
    statusPage('statuspage', 'status.moonshot.cn', {
      pageId: '10y9y5wx5xh3',
      coreNames: ['Kimi'],
      features: {
        '8psr5dfdld0s': 'Open API',
        rf64wcbxt3r2: 'API Service',
        x0zsqgy57b75: 'Model',
        z2zfp65lvb2z: 'K2 Model',
        lk7q3z0fcylp: 'Thinking Model',
        p1j9ttb7jwhp: 'Text Model',
        '8rkd3yj051gl': 'Vision Model',
        wmn9wzv84k1v: 'Research Model',
      },
    }),
  ],
  chatSites: [chatSite('www.kimi.com')],
});
