import { chatSite, describe } from './describe';

/** Facts: notes of 2026-08; the send path and the prefill from the chat's own open source. The id of its part is not known. */
export const huggingchat = describe({
  id: 'huggingchat',
  name: 'HuggingChat',
  provider: 'Hugging Face',
  color: 'amber',
  verifiedOn: '2026-08-01',
  statusLink: 'https://status.huggingface.co',
  unreadReason: 'part_not_known',
  chatSites: [chatSite('huggingface.co', '/chat/', '/chat')],
  sendPaths: [{ host: 'huggingface.co', pattern: '^/chat/conversation/[^/]+$', glob: '/chat/conversation/*' }],
  // Its `?q=` sends at once; this one fills. The limit is what Firefox's own chat sidebar reckons with, less its margin.
  prefill: { template: 'https://huggingface.co/chat/?prompt={draft}', maxLength: 6_400 },
});
