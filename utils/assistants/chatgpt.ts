import type { Assistant } from '@/utils/model/assistant';

/**
 * Facts: recorded `summary.json` of 2026-09-15 (idle) and 2026-09-29 (active). The summary holds 25 of more
 * than 31 status components, and on the idle day "Conversations" was not among them.
 */
export const chatgpt: Assistant = {
  id: 'chatgpt',
  name: 'ChatGPT',
  maker: 'OpenAI',
  statusPages: [
    {
      platform: 'incidentio',
      address: 'https://status.openai.com',
      pageId: '01JMDK9XYNY6RXSED6SDWW50WY',
      hosts: ['status.openai.com'],
      isCorsOpen: true,
      core: [{ id: '01JMXBNJXGV1T5GT2M9XA83XNG', name: 'Conversations' }],
      features: [
        // The page has two parts named "Login"; this is the chat's.
        { id: '01JMXBNJXG1S2D9V65P1ZZTD94', name: 'Login' },
        { id: '01JMXBNJXGKKP51D4DEJ2HZJ8Q', name: 'Search' },
        { id: '01JMXBNJXG1YMQPPCPCQX3MPA2', name: 'File uploads' },
        { id: '01JMXBNJXGGT5SR5DB9J7GYY48', name: 'Voice mode' },
        { id: '01JQ7EKW990MSPSWVXC7VPV2ZJ', name: 'Image Generation' },
        { id: '01JSYVYQSWMJ9QG35XHP08BHA7', name: 'Deep Research' },
        { id: '01JSFK5QX36ZRW0TW0ZV0ZYFXQ', name: 'GPTs' },
      ],
      verifiedOn: '2026-09-29',
    },
  ],
  chatSites: [{ host: 'chatgpt.com', path: '/', url: 'https://chatgpt.com/' }],
  sendPaths: [
    {
      host: 'chatgpt.com',
      pattern: '^/backend-(?:api|anon)/(?:f/)?conversation$',
      glob: '/backend-*conversation*',
      source: 'ten or more public projects, 2024 to 2026',
      seenOn: '2026-11-22',
      doubt: 'Fewer of them agree on sending while signed out (/backend-anon).',
    },
  ],
  signInPaths: [
    {
      host: 'chatgpt.com',
      pattern: '^/api/auth/signin/[^/]+$',
      glob: '/api/auth/signin/*',
      source: 'ten or more public projects, 2024 to 2026',
      seenOn: '2026-11-22',
      doubt: 'Only the first step: e-mail and password go to another site.',
    },
  ],
  composerHints: ['#prompt-textarea'],
  // Its `?q=` sends at once; of `?prompt=` nobody knows.
  prefill: null,
  modelNames: '(?:GPT-\\d+(?:\\.\\d+)?(?:[ -](?:mini|nano|pro|turbo|codex))*|\\bo\\d(?:-(?:mini|pro))?)\\b',
};
