import { chatSite, describe, statusPage } from './describe';

/**
 * Source: the page's feed for consumer services, as seen on 2026-09-18. Services are identified by name only, and the
 * feed does not allow cross-origin reads. Microsoft 365 Copilot is another product; its health page requires a sign-in.
 *
 * Promised uptime: that of Microsoft 365, as a book on it and resellers state it. Whether it includes Copilot was not found.
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
  // From public exporters of 2026: docs/conversations.md.
  conversation: {
    person: ['[data-content="user-message"]'],
    assistant: ['[data-content="ai-message"]'],
    endpoint: null,
  },
  // https://github.com/xtekky/gpt4free/issues/3107 (August 2025)
  // https://github.com/sums001/Windows-Copilot-API/issues/6 (June 2026)
  maxMessage: 10_000,
  sendPaths: [
    // Precedes the first message of a conversation.
    { host: 'copilot.microsoft.com', pattern: '^/c/api/conversations$', glob: '/c/api/conversations*' },
    // Messages are frames of this WebSocket; only its handshake is observed.
    { host: 'copilot.microsoft.com', pattern: '^/c/api/chat$', glob: '/c/api/chat*', isSocket: true },
  ],
  newChatPaths: [{ pattern: '^/(?:chats/?)?$' }],
  promise: {
    percent: 99.9,
    per: 'month',
    coversIt: false,
    source: 'others',
    url: 'https://schneck-license-cleanup.de/en/2023/02/25/erstattung-von-microsoft-365-ausfallzeiten',
    seenOn: '2026-11-29',
    claim: { days: null, after: 'next_month', asks: ['times', 'impact'] },
    doubt: 'other_product',
  },
});
