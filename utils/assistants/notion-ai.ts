import { chatSite, describe, statusPage } from './describe';

/**
 * Source: notes of 2026-09-21 on its page (incident.io), which names a component "Notion Agent". Neither the ids of its
 * components nor that of the page are recorded, so the page is identified by the address that it states.
 *
 * Promised uptime: as sla.directory states it, with three days to claim; a reader of the terms (policyflag.com) says 30.
 */
export const notionAi = describe({
  id: 'notion_ai',
  name: 'Notion AI',
  provider: 'Notion',
  verifiedOn: '2026-09-21',
  statusPages: [statusPage('incidentio', 'www.notion-status.com', { coreNames: ['Notion Agent'] })],
  chatSites: [chatSite('www.notion.so'), chatSite('app.notion.com')],
  promise: {
    percent: 99.5,
    per: 'month',
    coversIt: true,
    source: 'others',
    url: 'https://sla.directory/api/v1/vendors/notion.json',
    seenOn: '2026-11-29',
    claim: { days: 3, after: 'outage', asks: ['account', 'services', 'times', 'impact'] },
    doubt: 'disputed',
  },
});
