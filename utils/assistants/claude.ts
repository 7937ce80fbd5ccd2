import { chatSite, describe, statusPage } from './describe';

/**
 * Source: `summary.json` recorded on 2026-09-28,
 * https://github.com/xerioc2/ai-status-bar/blob/0306edf655ccaa2bea7798bd299c6d0b59f23a39/test/fixtures/anthropic.json
 * The page moved here from status.anthropic.com, which redirects. It is guarded at times (405 since 2026-09-17, by one
 * report); anthropic.statuspage.io serves the same page without a guard.
 *
 * No uptime is promised: the API's standard tier is called best effort, https://platform.claude.com/docs/api/service-tiers
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
  // Undocumented. It sends nothing since October 2025: https://github.com/anthropics/claude-code/issues/8827
  // It did not fill in either at first; an analysis of 2026-02-20 says that it does again:
  // https://whtwnd.com/austegard.com/3mfcfa4kdpa2h
  // The limit is the one in Firefox's own chat sidebar, minus its margin:
  // https://github.com/mozilla-firefox/firefox/blob/main/browser/components/genai/GenAI.sys.mjs
  prefill: { template: 'https://claude.ai/new?q={draft}', maxLength: 11_500 },
  modelNames: '(?:Opus|Sonnet|Haiku)(?: \\d+(?:\\.\\d+)?)?',
  modelFamilies: ['Opus', 'Sonnet', 'Haiku'],
});
