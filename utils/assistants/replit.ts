import { chatSite, describe } from './describe';

/** Source: notes of 2026-08. The ids of its page's parts are unknown. */
export const replit = describe({
  id: 'replit',
  name: 'Replit',
  provider: 'Replit',
  verifiedOn: '2026-08-01',
  statusLink: 'https://status.replit.com',
  unreadReason: 'part_not_known',
  chatSites: [chatSite('replit.com')],
});
