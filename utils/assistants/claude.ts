import type { Assistant } from '@/utils/model/assistant';

/** Facts: recorded `summary.json` of 2026-09-22; the page moved here from status.anthropic.com, which redirects. */
export const claude: Assistant = {
  id: 'claude',
  name: 'Claude',
  maker: 'Anthropic',
  statusPages: [
    {
      platform: 'statuspage',
      address: 'https://status.claude.com',
      pageId: 'tymt9n04zgry',
      hosts: ['status.claude.com'],
      isCorsOpen: true,
      core: [{ id: 'rwppv331jlwc', name: 'claude.ai' }],
      features: [
        { id: 'bpp5gb3hpjcl', name: 'Claude Cowork' },
        { id: 'yyzkbfz2thpt', name: 'Claude Code' },
        { id: 'k8w3r06qmzrp', name: 'Claude API' },
        { id: '0qbwn08sd68x', name: 'Claude Console' },
      ],
      verifiedOn: '2026-09-22',
    },
  ],
  chatSites: [{ host: 'claude.ai', path: '/', url: 'https://claude.ai/new' }],
  sendPaths: [
    {
      host: 'claude.ai',
      pattern: '^/api/organizations/[^/]+/chat_conversations/[^/]+/(?:retry_)?completion$',
      glob: '/api/organizations/*completion*',
      source: 'ten or more public projects, 2024 to 2026',
      seenOn: '2026-11-22',
      doubt: null,
    },
  ],
  signInPaths: [
    {
      host: 'claude.ai',
      pattern: '^/api/auth/(?:send|verify)_magic_link$',
      glob: '/api/auth/*magic_link*',
      source: 'ten or more public projects, 2024 to 2026',
      seenOn: '2026-11-22',
      doubt: 'Only signing in by e-mail: with an account of another maker it goes elsewhere.',
    },
  ],
  composerHints: ['div.ProseMirror[contenteditable="true"]'],
  // Fills and no longer sends since October 2025; the limit is what Firefox's own chat sidebar reckons with, less its margin.
  prefill: { template: 'https://claude.ai/new?q={draft}', maxLength: 11_500 },
  modelNames: '(?:Opus|Sonnet|Haiku)(?: \\d+(?:\\.\\d+)?)?',
};
