import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { DraftReader } from '@/utils/browser/tabs';
import { readTyped } from '@/utils/content/autosave';

/** Injected into the active tab when the user continues from the popup. `readComposer` calls the global it defines. */
export default defineUnlistedScript(() => {
  (globalThis as DraftReader).understudyReadTyped = readTyped;
});
