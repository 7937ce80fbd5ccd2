import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startBanner } from '@/utils/content/banner';
import { whenActivated } from '@/utils/content/extension';

/** Put on a chat site while its assistant is in trouble, and only then. */
export default defineUnlistedScript(() => whenActivated(startBanner));
