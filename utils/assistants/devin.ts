import { chatSite, describe, statusPage } from './describe';

/** Source: notes on its page of 2026-09-05 and 2026-10. status.devin.ai and status.cognition.ai lead to this page. */
export const devin = describe({
  id: 'devin',
  name: 'Devin',
  provider: 'Cognition',
  verifiedOn: '2026-10-01',
  statusPages: [
    statusPage('statuspage', 'www.devinstatus.com', {
      pageId: '6bjrw54df4rj',
      core: { d87cp5jknh1c: 'Cloud Web Client', q72cy1kjpk4r: 'Cloud Agent' },
      features: {
        h6z52njyz22z: 'Desktop Agent',
        hgmbfbs72ryp: 'Integrations',
        c20stk646s0v: 'Cloud Agent (Enterprise)',
      },
    }),
  ],
  chatSites: [chatSite('app.devin.ai')],
});
