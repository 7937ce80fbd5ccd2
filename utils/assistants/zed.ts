import { chatSite, describe, statusPage } from './describe';

/** Source: a note of 2026 on the page's format, which also says that the page allows CORS. Its components are not recorded. */
export const zed = describe({
  id: 'zed',
  name: 'Zed',
  provider: 'Zed Industries',
  verifiedOn: '2026-01-01',
  statusPages: [statusPage('instatus', 'status.zed.dev', { isCorsOpen: true, core: {} })],
  chatSites: [chatSite('zed.dev')],
});
