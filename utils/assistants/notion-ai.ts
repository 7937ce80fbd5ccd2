import { chatSite, describe } from './describe';

/** Source: notes of 2026-09-21 on its page, which names a component "Notion Agent"; its id is unknown. */
export const notionAi = describe({
  id: 'notion_ai',
  name: 'Notion AI',
  provider: 'Notion',
  verifiedOn: '2026-09-21',
  statusLink: 'https://www.notion-status.com',
  unreadReason: 'part_not_known',
  chatSites: [chatSite('www.notion.so'), chatSite('app.notion.com')],
});
