import { chatSite, describe } from './describe';

/** Source: notes of 2026-09. One of the page's parts is known to be its API; which one is the chat is not recorded. */
export const kimi = describe({
  id: 'kimi',
  name: 'Kimi',
  provider: 'Moonshot AI',
  verifiedOn: '2026-09-01',
  statusLink: 'https://status.moonshot.cn',
  unreadReason: 'part_not_known',
  chatSites: [chatSite('www.kimi.com')],
});
