import { chatSite, describe, statusPage } from './describe';

/**
 * Source: the page's feed, recorded on 2026-09-03 and 2026-10-05; `readXaiItem` names the copies. Grok is also on x.com, but
 * that permission would cover all of x.com, so the banner is on grok.com only.
 */
export const grok = describe({
  id: 'grok',
  name: 'Grok',
  provider: 'xAI',
  isFeatured: true,
  verifiedOn: '2026-10-05',
  statusPages: [
    statusPage('xai', 'status.x.ai', {
      pageId: 'status.x.ai',
      isCorsOpen: true,
      core: { 'grok-com': 'grok.com' },
      features: {
        'ios-app': 'iOS app',
        'android-app': 'Android app',
        'grok-in-x': 'Grok in X',
        voice: 'Voice',
        'grok-build': 'Grok Build',
        'api-global': 'API',
        'api-us': 'API (US)',
        'api-console': 'API console',
        'office-workspace-plugins': 'Office and Workspace plugins',
      },
    }),
  ],
  chatSites: [chatSite('grok.com')],
  sendPaths: [
    {
      host: 'grok.com',
      pattern: '^/rest/app-chat/conversations/(?:new|[^/]+/(?:responses|message))$',
      glob: '/rest/app-chat/conversations/*',
    },
  ],
  newChatPaths: [{ pattern: '^/$' }],
  modelNames: 'Grok \\d+(?:\\.\\d+)?',
});
