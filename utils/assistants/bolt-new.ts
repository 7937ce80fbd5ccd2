import { chatSite, describe, statusPage } from './describe';

/**
 * Source: a note of 2026-09-23 that confirms the format. Component ids are not recorded. The page also shows issues of
 * its suppliers.
 */
export const boltNew = describe({
  id: 'bolt_new',
  name: 'Bolt.new',
  provider: 'StackBlitz',
  verifiedOn: '2026-09-23',
  statusPages: [statusPage('incidentio', 'status.bolt.new', { core: {} })],
  chatSites: [chatSite('bolt.new')],
});
