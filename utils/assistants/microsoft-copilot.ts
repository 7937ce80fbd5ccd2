import { chatSite, describe, statusPage } from './describe';

/**
 * Source: the page's feed for consumer services, as seen on 2026-09-18. Services are identified by name only, and the
 * feed does not allow cross-origin reads. Microsoft 365 Copilot is another product; its health page requires a sign-in.
 */
export const microsoftCopilot = describe({
  id: 'microsoft_copilot',
  name: 'Microsoft Copilot',
  provider: 'Microsoft',
  isFeatured: true,
  verifiedOn: '2026-09-18',
  statusPages: [
    statusPage('microsoft', 'status.cloud.microsoft', {
      pageId: 'Microsoft Copilot',
      core: { 'Microsoft Copilot': 'Microsoft Copilot' },
    }),
  ],
  chatSites: [chatSite('copilot.microsoft.com')],
  sendPaths: [
    // Precedes the first message of a conversation.
    { host: 'copilot.microsoft.com', pattern: '^/c/api/conversations$', glob: '/c/api/conversations*' },
    // Messages are frames of this WebSocket; only its handshake is observed.
    { host: 'copilot.microsoft.com', pattern: '^/c/api/chat$', glob: '/c/api/chat*', isSocket: true },
  ],
});
