import { chatSite, describe, statusPage } from './describe';

/** Source: a note of 2026 that recognizes Instatus by the page's paths. Its components are not recorded. */
export const kagiAssistant = describe({
  id: 'kagi_assistant',
  name: 'Kagi Assistant',
  provider: 'Kagi',
  verifiedOn: '2026-01-01',
  statusPages: [statusPage('instatus', 'status.kagi.com', { core: {} })],
  chatSites: [chatSite('kagi.com', '/assistant', '/assistant')],
});
