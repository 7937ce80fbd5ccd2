import { chatSite, describe } from './describe';

/** Facts: notes of 2026-09-29. One id of its page is known, but not of what. */
export const cohere = describe({
  id: 'cohere',
  name: 'Cohere',
  provider: 'Cohere',
  color: 'plum',
  verifiedOn: '2026-09-29',
  statusLink: 'https://status.cohere.com',
  unreadReason: 'part_not_known',
  chatSites: [chatSite('dashboard.cohere.com')],
});
