import { chatSite, describe } from './describe';

/** Source: notes of 2026-09-29. One component id of its page is known, but not which part it is. */
export const cohere = describe({
  id: 'cohere',
  name: 'Cohere',
  provider: 'Cohere',
  verifiedOn: '2026-09-29',
  statusLink: 'https://status.cohere.com',
  unreadReason: 'part_not_known',
  chatSites: [chatSite('dashboard.cohere.com')],
});
