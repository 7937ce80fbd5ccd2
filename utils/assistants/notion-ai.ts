import { chatSite, describe } from './describe';

/** Source: notes of 2026 that disagree on whether its page can be read. The ids of its parts are unknown. */
export const notionAi = describe({
  id: 'notion_ai',
  name: 'Notion AI',
  provider: 'Notion',
  verifiedOn: '2026-01-01',
  statusLink: 'https://www.notion-status.com',
  unreadReason: 'part_not_known',
  chatSites: [chatSite('www.notion.so')],
});
