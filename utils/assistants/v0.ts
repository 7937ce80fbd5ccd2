import { chatSite, describe } from './describe';

/** Facts: notes of 2026-08. Its page is that of all of Vercel; which of its parts is v0 is not known. */
export const v0 = describe({
  id: 'v0',
  name: 'v0',
  provider: 'Vercel',
  color: 'slate',
  verifiedOn: '2026-08-01',
  statusLink: 'https://www.vercel-status.com',
  unreadReason: 'part_not_known',
  chatSites: [chatSite('v0.app')],
});
