import { chatSite, describe } from './describe';

/** Source: search in 2026; no page was found. */
export const you = describe({
  id: 'you',
  name: 'You.com',
  provider: 'You.com',
  verifiedOn: '2026-01-01',

  chatSites: [chatSite('you.com')],
});
