import { chatSite, describe, statusPage } from './describe';

/**
 * Source: the page recorded on 2026-09-15 and 2026-09-24, after the chat's modes became one component on 2026-09-10.
 * https://github.com/MAakber/new-api/blob/84935c81eb84851d23056f18005c6fa355221528/service/testdata/official-status/deepseek-active.json
 * https://github.com/xerioc2/ai-status-bar/blob/0306edf655ccaa2bea7798bd299c6d0b59f23a39/test/fixtures/deepseek-rss.xml
 * It is an alias of statuspage.flashduty.com, which answers programs too. The page at deepseek.statuspage.io still reports
 * "all well" as of 2026-05-08 and is never requested.
 */
export const deepseek = describe({
  id: 'deepseek',
  name: 'DeepSeek',
  provider: 'DeepSeek',
  isFeatured: true,
  verifiedOn: '2026-09-24',
  statusPages: [
    statusPage('flashduty', 'status.deepseek.com', {
      pageId: '6410630422455',
      otherHosts: ['statuspage.flashduty.com'],
      core: { '01KY4ND2PNYT9FY5W4ZH80VGJ4': 'Chatservice' },
      features: {
        '01KY4ND2PNNFFY6QKV67WFJW8N': 'File Upload',
        '01KY4ND2PN6EFSJ4RDYDJYPMNK': 'Search',
        '01KY4MVS8BM3F9JSYWACGQVG7A': 'V4 Pro API',
        '01KY4MVS8BSBSVW6053QJ37RJE': 'V4.1 Flash API',
      },
    }),
  ],
  chatSites: [chatSite('chat.deepseek.com')],
  sendPaths: [{ host: 'chat.deepseek.com', pattern: '^/api/v0/chat/completions?$', glob: '/api/v0/chat/completion*' }],
  newChatPaths: [{ pattern: '^/(?:a/chat)?$' }],
  modelNames: '(?:DeepSeek[ -])?V\\d+(?:\\.\\d+)?(?: (?:Pro|Flash))?',
});
