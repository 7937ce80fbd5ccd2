import { chatSite, describe } from './describe';
import { MODEL_MAKERS } from './model-makers';

/** Facts: notes of 2026-09-15. Its page moved to a maker of status pages whose documents nobody has described. It lends other makers' models. */
export const openrouter = describe({
  id: 'openrouter',
  name: 'OpenRouter',
  provider: 'OpenRouter',
  color: 'violet',
  verifiedOn: '2026-09-15',
  statusLink: 'https://status.openrouter.ai',
  unreadReason: 'closed_page',
  chatSites: [chatSite('openrouter.ai', '/chat', '/chat')],
  dependsOn: MODEL_MAKERS,
});
