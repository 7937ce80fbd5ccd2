import { chatSite, describe, statusPage } from './describe';

/**
 * Facts: the page's feed for consumer services as seen on 2026-09-18. A service has no id there but its name, and the
 * feed lets no other site read it. The Copilot of Microsoft 365 is another one, and its health needs a sign-in.
 */
export const microsoftCopilot = describe({
  id: 'microsoft_copilot',
  name: 'Microsoft Copilot',
  provider: 'Microsoft',
  color: 'teal',
  isFeatured: true,
  verifiedOn: '2026-09-18',
  statusPages: [
    statusPage('microsoft', 'status.cloud.microsoft', {
      pageId: 'Microsoft Copilot',
      core: { 'Microsoft Copilot': 'Microsoft Copilot' },
    }),
  ],
  chatSites: [chatSite('copilot.microsoft.com')],
  // The message itself goes over a WebSocket; this comes before the first of a conversation.
  sendPaths: [{ host: 'copilot.microsoft.com', pattern: '^/c/api/conversations$', glob: '/c/api/conversations*' }],
});
