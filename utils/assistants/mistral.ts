import { chatSite, describe } from './describe';

/**
 * Source: notes to 2026-10-01: the page (Rootly) answers programs with a challenge. The chat is now also "Vibe".
 * https://github.com/bentleypark/aiwatch/issues/1381
 *
 * Promised uptime: the enterprise schedule, in a stored copy that ends before it says how a credit is claimed. It names
 * "Le Chat", with 99.5 % at the lowest support level and 99.9 % at the others.
 */
export const mistral = describe({
  id: 'mistral',
  name: 'Mistral',
  provider: 'Mistral AI',
  verifiedOn: '2026-10-01',
  statusLink: 'https://status.mistral.ai',
  unreadReason: 'closed_page',
  chatSites: [chatSite('chat.mistral.ai', '/chat'), chatSite('vibe.mistral.ai')],
  sendPaths: [{ host: 'chat.mistral.ai', pattern: '^/api/chat$', glob: '/api/chat*' }],
  newChatPaths: [{ pattern: '^/chat/?$' }],
  promise: {
    percent: 99.5,
    per: 'month',
    coversIt: true,
    source: 'agreement',
    url: 'https://mistral.ai/terms/enterprise-service-level-and-support-schedule',
    seenOn: '2026-11-29',
    claim: null,
    doubt: 'objective',
  },
});
