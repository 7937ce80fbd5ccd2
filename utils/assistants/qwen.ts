import { chatSite, describe } from './describe';

/** Facts: notes of 2026. There is a page of Alibaba Cloud's only, which says nothing of the chat. */
export const qwen = describe({
  id: 'qwen',
  name: 'Qwen',
  provider: 'Alibaba',
  color: 'violet',
  verifiedOn: '2026-01-01',

  chatSites: [chatSite('chat.qwen.ai')],
});
