import { chatSite, describe } from './describe';

/** Source: notes of 2026. The only page is Alibaba Cloud's, which does not cover the chat. */
export const qwen = describe({
  id: 'qwen',
  name: 'Qwen',
  provider: 'Alibaba',
  verifiedOn: '2026-01-01',

  chatSites: [chatSite('chat.qwen.ai')],
});
