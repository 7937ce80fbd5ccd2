import { chatSite, describe, statusPage } from './describe';

/**
 * Source: `summary.json` recorded on 2026-09-15 (idle) and 2026-09-29 (active), ids of more components from notes of
 * 2026-10-04. The summary holds 25 of more than 31 status components; on the idle day "Conversations" was not among them.
 * https://github.com/junxit/ai-status-archive/blob/e83db94e494a461223210612e97b75602dac7d37/tests/fixtures/openai_summary.json
 * https://github.com/junxit/ai-status-archive/blob/022531897eadaaea584767f40e2b167b6a61ecb4/raw/openai.json
 *
 * Promised uptime: as sla.directory states it for business contracts. Others deny that an agreement is published, and the
 * provider's own page was not found.
 *
 * No `prefill`: `?q=` sends at once; whether `?prompt=` does is unknown.
 */
export const chatgpt = describe({
  id: 'chatgpt',
  name: 'ChatGPT',
  provider: 'OpenAI',
  isFeatured: true,
  verifiedOn: '2026-10-04',
  statusPages: [
    statusPage('incidentio', 'status.openai.com', {
      pageId: '01JMDK9XYNY6RXSED6SDWW50WY',
      isCorsOpen: true,
      core: { '01JMXBNJXGV1T5GT2M9XA83XNG': 'Conversations' },
      features: {
        // The page has two parts named "Login"; this is the chat's.
        '01JMXBNJXG1S2D9V65P1ZZTD94': 'Login',
        '01JMXBNJXGKKP51D4DEJ2HZJ8Q': 'Search',
        '01JMXBNJXG1YMQPPCPCQX3MPA2': 'File uploads',
        '01JMXBNJXGGT5SR5DB9J7GYY48': 'Voice mode',
        '01JQ7EKW990MSPSWVXC7VPV2ZJ': 'Image Generation',
        '01JSYVYQSWMJ9QG35XHP08BHA7': 'Deep Research',
        '01JSFK5QX36ZRW0TW0ZV0ZYFXQ': 'GPTs',
        '01JSG1XMJ9RVJJQ0E85NVSJ2AZ': 'Agent',
        '01KX45G1SH21AX5DT93D4HMF0P': 'ChatGPT Work',
        '01K6TVGGGDCP0PPGCHXAG3AQX8': 'Connectors/Apps',
        '01JMXBRMFE6N2NNT7DG6XZQ6PW': 'Chat Completions',
        '01JP8CD9JR3HR6Y7G4Q75N4DVW': 'Responses',
        '01JVCV8YSWZFRSM1G5CVP253SK': 'Codex Web',
        '01KMKFAMWKNQ84Z1766MV08ZDE': 'CLI',
      },
    }),
  ],
  chatSites: [chatSite('chatgpt.com')],
  consoles: [
    {
      partIds: ['01JMXBRMFE6N2NNT7DG6XZQ6PW', '01JP8CD9JR3HR6Y7G4Q75N4DVW'],
      site: chatSite('platform.openai.com'),
    },
  ],
  sendPaths: [
    {
      host: 'chatgpt.com',
      pattern: '^/backend-(?:api|anon)/(?:f/)?conversation$',
      glob: '/backend-*conversation*',
    },
  ],
  newChatPaths: [
    { pattern: '^/$' },
    // Of a GPT and of a project.
    { pattern: '^/g/[^/]+(?:/project)?$' },
    { pattern: '^/c/WEB(?::|%3A)[^/]+$', isProvisional: true },
  ],
  signInPaths: [
    {
      host: 'chatgpt.com',
      pattern: '^/api/auth/signin/[^/]+$',
      glob: '/api/auth/signin/*',
    },
  ],
  composerHints: ['#prompt-textarea'],
  // From public exporters, March to July 2026: docs/conversations.md.
  conversation: {
    person: ['[data-message-author-role="user"]'],
    assistant: ['[data-message-author-role="assistant"]'],
    endpoint: 'chatgpt',
  },
  modelNames: '(?:GPT-\\d+(?:\\.\\d+)?(?:[ -](?:mini|nano|pro|turbo|codex))*|\\bo\\d(?:-(?:mini|pro))?)\\b',
  promise: {
    percent: 99.9,
    per: 'month',
    coversIt: true,
    source: 'others',
    url: 'https://sla.directory/vendors/openai/',
    seenOn: '2026-11-29',
    claim: { days: 30, after: 'invoice', asks: ['account', 'services', 'times', 'impact'] },
    doubt: 'denied',
  },
});
