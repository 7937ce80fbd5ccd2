import { chatSite, describe } from './describe';

/** Source: notes of 2026-09-17. They disagree on the page's platform, but agree that it blocks programs. */
export const mistral = describe({
  id: 'mistral',
  name: 'Mistral',
  provider: 'Mistral AI',
  verifiedOn: '2026-09-17',
  statusLink: 'https://status.mistral.ai',
  unreadReason: 'closed_page',
  chatSites: [chatSite('chat.mistral.ai', '/chat')],
  sendPaths: [{ host: 'chat.mistral.ai', pattern: '^/api/chat$', glob: '/api/chat*' }],
});
