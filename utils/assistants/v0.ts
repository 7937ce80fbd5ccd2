import { chatSite, describe } from './describe';

/** Source: notes of 2026-08. Its page covers all of Vercel; which part is v0 is unknown. */
export const v0 = describe({
  id: 'v0',
  name: 'v0',
  provider: 'Vercel',
  verifiedOn: '2026-08-01',
  statusLink: 'https://www.vercel-status.com',
  unreadReason: 'part_not_known',
  chatSites: [chatSite('v0.app')],
});
