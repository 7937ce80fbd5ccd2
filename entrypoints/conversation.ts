import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { ConversationReader } from '@/utils/browser/chat-content';
import { readConversation } from '@/utils/content/conversation/read-conversation';

/** Injected when the user takes, copies or saves a conversation. `readConversationIn` calls the global it defines. */
export default defineUnlistedScript(() => {
  (globalThis as ConversationReader).understudyReadConversation = readConversation;
});
