import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startBanner } from '@/utils/chat/start-banner';
import { whenActivated } from '@/utils/chat/when-activated';

/** Put on a chat site while its assistant is in trouble, and only then. */
export default defineUnlistedScript(() => whenActivated(startBanner));
