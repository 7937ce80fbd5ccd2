import type { Assistant } from '@/utils/model/assistant';

/**
 * Facts: the Workspace dashboard's feed as fetched on 2026-09-23. Trouble of the free consumer app is not
 * promised to appear there, and the feed lets no other site read it, so its host has to be granted.
 */
export const gemini: Assistant = {
  id: 'gemini',
  name: 'Gemini',
  maker: 'Google',
  statusPages: [
    {
      platform: 'google',
      address: 'https://www.google.com/appsstatus/dashboard',
      // Gmail, which the Workspace feed always has something about and the Cloud feed never.
      pageId: 'prPt2Yra2CbGsbEm9cpC',
      hosts: ['www.google.com'],
      isCorsOpen: false,
      core: [{ id: 'npdyhgECDJ6tB66MxXyo', name: 'Gemini' }],
      features: [],
      verifiedOn: '2026-09-23',
    },
  ],
  chatSites: [{ host: 'gemini.google.com', path: '/', url: 'https://gemini.google.com/app' }],
  sendPaths: [
    {
      host: 'gemini.google.com',
      pattern: '^(?:/u/\\d+)?/_/BardChatUi/data/assistant\\.lamda\\.BardFrontendService/StreamGenerate$',
      glob: '/*StreamGenerate*',
      source: 'ten or more public projects, 2024 to 2026',
      seenOn: '2026-11-22',
      doubt: null,
    },
  ],
  // Signing in is on accounts.google.com, for all of Google.
  signInPaths: [],
  composerHints: ['div.ql-editor[contenteditable="true"]'],
  prefill: null,
  modelNames: 'Gemini \\d+(?:\\.\\d+)?(?: (?:Pro|Flash|Ultra|Nano)(?:-Lite)?)?',
};
