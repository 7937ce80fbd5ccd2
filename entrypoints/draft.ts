import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { DraftHints } from '@/utils/browser/typed-text';
import { readTyped } from '@/utils/chat/read-typed';

/** Put into the tab in front when the person goes on from the popup: what it returns is what they had typed. */
export default defineUnlistedScript(() => readTyped((globalThis as DraftHints).understudyHints ?? []));
