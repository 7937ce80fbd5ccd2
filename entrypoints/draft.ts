import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { DraftReader } from '@/utils/browser/tabs';
import { readTyped } from '@/utils/content/autosave';

/** Injected into the active tab when the person continues from the popup; `typed-text.ts` then calls what it leaves. */
export default defineUnlistedScript(() => {
  (globalThis as DraftReader).understudyReadTyped = readTyped;
});
