import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startBanner } from '@/utils/content/banner';
import { whenActivated } from '@/utils/content/extension';

/** Injected into a chat site only while its assistant has an issue. */
export default defineUnlistedScript(() => whenActivated(startBanner));
