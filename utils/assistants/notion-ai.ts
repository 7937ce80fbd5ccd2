import { chatSite, describe, statusPage } from './describe';

/**
 * Source: notes of 2026-09-21 on its page (incident.io), which names a component "Notion Agent". Neither the ids of its
 * components nor that of the page are recorded, so the page is identified by the address that it states.
 */
export const notionAi = describe({
  id: 'notion_ai',
  name: 'Notion AI',
  provider: 'Notion',
  verifiedOn: '2026-09-21',
  statusPages: [statusPage('incidentio', 'www.notion-status.com', { coreNames: ['Notion Agent'] })],
  chatSites: [chatSite('www.notion.so'), chatSite('app.notion.com')],
});
