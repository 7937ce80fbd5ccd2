import { chatSite, describe } from './describe';
import { MODEL_PROVIDERS } from './model-providers';

/**
 * Source: notes of 2026-09-15. Its page moved to a platform with undocumented formats. It uses other providers' models.
 */
export const openrouter = describe({
  id: 'openrouter',
  name: 'OpenRouter',
  provider: 'OpenRouter',
  verifiedOn: '2026-09-15',
  statusLink: 'https://status.openrouter.ai',
  unreadReason: 'closed_page',
  chatSites: [chatSite('openrouter.ai', '/chat', '/chat')],
  dependsOn: MODEL_PROVIDERS,
});
