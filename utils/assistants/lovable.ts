import { chatSite, describe, statusPage } from './describe';

/** Source: a note of 2026-09-23 that confirms the format. Component ids are not recorded. */
export const lovable = describe({
  id: 'lovable',
  name: 'Lovable',
  provider: 'Lovable',
  verifiedOn: '2026-09-23',
  statusPages: [statusPage('incidentio', 'status.lovable.dev', { core: {} })],
  chatSites: [chatSite('lovable.dev')],
});
