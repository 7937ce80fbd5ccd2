import { chatSite, describe, statusPage } from './describe';

/**
 * Source: the Workspace dashboard's feed, fetched on 2026-09-23. Google does not promise that outages of the free
 * consumer app appear there. The feed does not allow cross-origin reads, so its host needs a permission.
 */
export const gemini = describe({
  id: 'gemini',
  name: 'Gemini',
  provider: 'Google',
  isFeatured: true,
  verifiedOn: '2026-09-23',
  statusPages: [
    statusPage('google', 'www.google.com', {
      path: '/appsstatus/dashboard',
      // Gmail: the Workspace feed always mentions it, the Cloud feed never does.
      pageId: 'prPt2Yra2CbGsbEm9cpC',
      core: { npdyhgECDJ6tB66MxXyo: 'Gemini' },
    }),
  ],
  chatSites: [chatSite('gemini.google.com', '/app')],
  sendPaths: [
    {
      host: 'gemini.google.com',
      pattern: '^(?:/u/\\d+)?/_/BardChatUi/data/assistant\\.lamda\\.BardFrontendService/StreamGenerate$',
      glob: '/*StreamGenerate*',
    },
  ],
  newChatPaths: [{ pattern: '^(?:/u/\\d+)?/(?:app|gem/[^/]+)$' }],
  // Sign-in is on accounts.google.com, for all of Google.
  composerHints: ['div.ql-editor[contenteditable="true"]'],
  // From public exporters of 2026: docs/conversations.md.
  conversation: { person: ['user-query'], assistant: ['model-response'], endpoint: null },
  modelNames: 'Gemini \\d+(?:\\.\\d+)?(?: (?:Pro|Flash|Ultra|Nano)(?:-Lite)?)?',
  modelFamilies: ['Pro', 'Flash', 'Ultra', 'Nano'],
  // Read in a stored copy without a date. Agreements change without notice.
  promise: {
    percent: 99.9,
    per: 'month',
    coversIt: false,
    source: 'agreement',
    url: 'https://workspace.google.com/terms/sla.html',
    seenOn: '2026-11-22',
    // The limit is in the agreement; what a claim must name, only in sla.directory's entry of it.
    claim: { days: 30, after: 'eligible', asks: ['account', 'services', 'times', 'impact'] },
    doubt: null,
  },
});
