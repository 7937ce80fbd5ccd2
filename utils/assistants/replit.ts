import { chatSite, describe } from './describe';

/** Source: notes of 2026-10-03: the page (Rootly) answers programs with a challenge. */
export const replit = describe({
  id: 'replit',
  name: 'Replit',
  provider: 'Replit',
  verifiedOn: '2026-10-03',
  statusLink: 'https://status.replit.com',
  unreadReason: 'closed_page',
  chatSites: [chatSite('replit.com')],
});
