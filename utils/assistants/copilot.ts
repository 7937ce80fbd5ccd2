import { chatSite, describe, statusPage } from './describe';

/**
 * Source: feeds recorded in 2025 and 2026, https://github.com/mrshu/github-statuses
 * On GitHub's page only these two parts belong to Copilot.
 *
 * Promised uptime: GitHub's agreement for customers from before 2021 does not name Copilot, and its successor was not
 * found; sla.directory repeats it, and how a credit is claimed.
 */
export const copilot = describe({
  id: 'copilot',
  name: 'GitHub Copilot',
  provider: 'GitHub',
  isFeatured: true,
  verifiedOn: '2026-09-23',
  statusPages: [
    statusPage('statuspage', 'www.githubstatus.com', {
      pageId: 'kctbh9vrtdwd',
      core: { pjmpxvq2cmr2: 'Copilot' },
      features: { cnnb39dkkk82: 'Copilot AI Model Providers' },
    }),
  ],
  chatSites: [chatSite('github.com', '/copilot', '/copilot')],
  sendPaths: [
    {
      host: 'api.individual.githubcopilot.com',
      pattern: '^/github/chat/threads/[^/]+/messages$',
      glob: '/github/chat/threads/*',
    },
  ],
  // Sign-in is on github.com itself, for the whole site.
  composerHints: ['#copilot-chat-textarea'],
  // GitHub's documentation links its prompts like this:
  // https://github.com/github/docs/blob/main/src/content-render/unified/copilot-prompt.ts
  // No limit is stated, so the limit is low.
  prefill: { template: 'https://github.com/copilot?prompt={draft}', maxLength: 4_000 },
  modelNames:
    '(?:Claude )?(?:Opus|Sonnet|Haiku)(?: \\d+(?:\\.\\d+)?)?|GPT-\\d+(?:\\.\\d+)?(?:[ -](?:mini|codex))*|Gemini \\d+(?:\\.\\d+)?(?: (?:Pro|Flash))?',
  promise: {
    percent: 99.9,
    per: 'quarter',
    coversIt: false,
    source: 'others',
    url: 'https://sla.directory/vendors/github/',
    seenOn: '2026-11-29',
    claim: { days: 30, after: 'quarter', asks: ['account', 'services', 'times', 'impact'] },
    doubt: null,
  },
  modelFamilies: ['Opus', 'Sonnet', 'Haiku', 'GPT', 'Gemini'],
});
