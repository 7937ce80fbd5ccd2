import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { whenActivated } from '@/utils/content/extension';
import { startRequestTiming } from '@/utils/content/request-timing';

/** Injected into granted chat sites while "Detect failed messages" is on and the browser reports no requests yet. */
export default defineUnlistedScript(() => whenActivated(() => void startRequestTiming()));
