import type { Assistant } from '@/utils/model/assistant';

/** Facts: recorded feeds of 2025 and 2026. Of the whole of GitHub's page only these two parts are Copilot's. */
export const copilot: Assistant = {
  id: 'copilot',
  name: 'GitHub Copilot',
  maker: 'GitHub',
  statusPages: [
    {
      platform: 'statuspage',
      address: 'https://www.githubstatus.com',
      pageId: 'kctbh9vrtdwd',
      hosts: ['www.githubstatus.com'],
      isCorsOpen: true,
      core: [{ id: 'pjmpxvq2cmr2', name: 'Copilot' }],
      features: [{ id: 'cnnb39dkkk82', name: 'Copilot AI Model Providers' }],
      verifiedOn: '2026-09-23',
    },
  ],
  chatSites: [{ host: 'github.com', path: '/copilot', url: 'https://github.com/copilot' }],
  sendPaths: [
    {
      host: 'api.individual.githubcopilot.com',
      pattern: '^/github/chat/threads/[^/]+/messages$',
      glob: '/github/chat/threads/*',
      source: 'ten or more public projects, 2024 to 2026',
      seenOn: '2026-11-22',
      doubt:
        'A host of its own, which is not asked for, and that of individual plans alone: so far nothing is seen of it.',
    },
  ],
  // Signing in is GitHub’s own, for all of its site.
  signInPaths: [],
  composerHints: ['#copilot-chat-textarea'],
  // Documented by GitHub in December 2025; no limit is told, so it is kept short.
  prefill: { template: 'https://github.com/copilot?prompt={draft}', maxLength: 4_000 },
  modelNames:
    '(?:Claude )?(?:Opus|Sonnet|Haiku)(?: \\d+(?:\\.\\d+)?)?|GPT-\\d+(?:\\.\\d+)?(?:[ -](?:mini|codex))*|Gemini \\d+(?:\\.\\d+)?(?: (?:Pro|Flash))?',
};
