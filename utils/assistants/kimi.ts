import { chatSite, describe } from './describe';

/** Facts: notes of 2026-09. Of the page's parts one is known to be its API; which is the chat nobody wrote down. */
export const kimi = describe({
  id: 'kimi',
  name: 'Kimi',
  provider: 'Moonshot AI',
  color: 'slate',
  verifiedOn: '2026-09-01',
  statusLink: 'https://status.moonshot.cn',
  unreadReason: 'part_not_known',
  chatSites: [chatSite('www.kimi.com')],
});
