import { chatSite, describe, statusPage } from './describe';

/**
 * Source: `summary.json` recorded on 2026-09-28. The page moved here from status.anthropic.com, which redirects. It is
 * guarded at times (405 since 2026-09-17 for some); anthropic.statuspage.io serves the same page without a guard.
 *
 * No uptime is promised: the API's standard tier is called best effort (platform.claude.com, "Service tiers").
 */
export const claude = describe({
  id: 'claude',
  name: 'Claude',
  provider: 'Anthropic',
  isFeatured: true,
  verifiedOn: '2026-09-28',
  statusPages: [
    statusPage('statuspage', 'status.claude.com', {
      pageId: 'tymt9n04zgry',
      otherHosts: ['anthropic.statuspage.io'],
      core: { rwppv331jlwc: 'claude.ai' },
      features: {
        bpp5gb3hpjcl: 'Claude Cowork',
        yyzkbfz2thpt: 'Claude Code',
        k8w3r06qmzrp: 'Claude API',
        '0qbwn08sd68x': 'Claude Console',
      },
    }),
  ],
  chatSites: [chatSite('claude.ai', '/new')],
  consoles: [{ partIds: ['k8w3r06qmzrp', '0qbwn08sd68x'], site: chatSite('platform.claude.com') }],
  sendPaths: [
    {
      host: 'claude.ai',
      pattern: '^/api/organizations/[^/]+/chat_conversations/[^/]+/(?:retry_)?completion$',
      glob: '/api/organizations/*completion*',
    },
  ],
  signInPaths: [
    {
      host: 'claude.ai',
      pattern: '^/api/auth/(?:send|verify)_magic_link$',
      glob: '/api/auth/*magic_link*',
    },
  ],
  composerHints: ['div.ProseMirror[contenteditable="true"]'],
  // From public exporters, July to September 2026: docs/conversations.md.
  conversation: {
    person: ['[data-testid="user-message"]'],
    assistant: ['.font-claude-response'],
    endpoint: 'claude',
  },
  // Fills without sending since October 2025. The limit is the one in Firefox's own chat sidebar, minus its margin.
  prefill: { template: 'https://claude.ai/new?q={draft}', maxLength: 11_500 },
  modelNames: '(?:Opus|Sonnet|Haiku)(?: \\d+(?:\\.\\d+)?)?',
  modelFamilies: ['Opus', 'Sonnet', 'Haiku'],
});
