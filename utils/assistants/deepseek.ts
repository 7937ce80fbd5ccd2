import { chatSite, describe, statusPage } from './describe';

/**
 * Source: notes of 2026-07 on the page after its parts were renamed; the earlier ones are gone. It answers real
 * browsers only. The page at deepseek.statuspage.io still reports "all well" as of 2026-05-08 and is never requested.
 */
export const deepseek = describe({
  id: 'deepseek',
  name: 'DeepSeek',
  provider: 'DeepSeek',
  isFeatured: true,
  verifiedOn: '2026-07-27',
  statusPages: [
    statusPage('flashduty', 'status.deepseek.com', {
      pageId: '6410630422455',
      core: { '01KY4ND2PNYT9FY5W4ZH80VGJ4': 'Instant Mode', '01KY4ND2PN1CCNW2MFT5VW713H': 'Expert Mode' },
      features: {
        '01KY4ND2PNJ6MFA4VJ0DSN6M2J': 'Vision Mode',
        '01KY4ND2PNNFFY6QKV67WFJW8N': 'File Upload',
        '01KY4ND2PN6EFSJ4RDYDJYPMNK': 'Search',
        '01KY4MVS8BM3F9JSYWACGQVG7A': 'V4 Pro (API)',
        '01KY4MVS8BSBSVW6053QJ37RJE': 'V4 Flash (API)',
      },
    }),
  ],
  chatSites: [chatSite('chat.deepseek.com')],
  sendPaths: [{ host: 'chat.deepseek.com', pattern: '^/api/v0/chat/completions?$', glob: '/api/v0/chat/completion*' }],
  modelNames: '(?:DeepSeek[ -])?V\\d+(?:\\.\\d+)?(?: (?:Pro|Flash))?',
});
