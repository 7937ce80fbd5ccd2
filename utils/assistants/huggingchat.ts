import { chatSite, describe } from './describe';

/** Source: notes of 2026-08; send path and prefill from the chat's open source code. The id of its part is unknown. */
export const huggingchat = describe({
  id: 'huggingchat',
  name: 'HuggingChat',
  provider: 'Hugging Face',
  verifiedOn: '2026-08-01',
  statusLink: 'https://status.huggingface.co',
  unreadReason: 'part_not_known',
  chatSites: [chatSite('huggingface.co', '/chat/', '/chat')],
  sendPaths: [{ host: 'huggingface.co', pattern: '^/chat/conversation/[^/]+$', glob: '/chat/conversation/*' }],
  // `?q=` sends at once; this one only fills in. The limit is the one in Firefox's own chat sidebar, minus its margin.
  prefill: { template: 'https://huggingface.co/chat/?prompt={draft}', maxLength: 6_400 },
});
