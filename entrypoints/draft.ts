import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { chatAt } from '@/utils/assistants/chat-at';
import { readTyped } from '@/utils/chat/read-typed';

/** Put into the tab in front when the person goes on from the popup: what it returns is what they had typed. */
export default defineUnlistedScript(() => readTyped(chatAt(location.href)?.composerHints ?? []));
