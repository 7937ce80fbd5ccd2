import { chatSite, describe, statusPage } from './describe';

/**
 * Facts: the Workspace dashboard's feed as fetched on 2026-09-23. Trouble of the free consumer app is not
 * promised to appear there, and the feed lets no other site read it, so its host has to be granted.
 */
export const gemini = describe({
  id: 'gemini',
  name: 'Gemini',
  provider: 'Google',
  color: 'blue',
  isFeatured: true,
  verifiedOn: '2026-09-23',
  statusPages: [
    statusPage('google', 'www.google.com', {
      path: '/appsstatus/dashboard',
      // Gmail, which the Workspace feed always has something about and the Cloud feed never.
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
  // Signing in is on accounts.google.com, for all of Google.
  composerHints: ['div.ql-editor[contenteditable="true"]'],
  modelNames: 'Gemini \\d+(?:\\.\\d+)?(?: (?:Pro|Flash|Ultra|Nano)(?:-Lite)?)?',
});
