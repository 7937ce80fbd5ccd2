import { chatSite, describe } from './describe';

/** Source: notes to 2026-10-01: the page (Rootly) answers programs with a challenge. The chat is now also "Vibe". */
export const mistral = describe({
  id: 'mistral',
  name: 'Mistral',
  provider: 'Mistral AI',
  verifiedOn: '2026-10-01',
  statusLink: 'https://status.mistral.ai',
  unreadReason: 'closed_page',
  chatSites: [chatSite('chat.mistral.ai', '/chat'), chatSite('vibe.mistral.ai')],
  sendPaths: [{ host: 'chat.mistral.ai', pattern: '^/api/chat$', glob: '/api/chat*' }],
});
