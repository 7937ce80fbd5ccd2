import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { FilesReader } from '@/utils/browser/chat-content';
import type { DraftReader } from '@/utils/browser/tabs';
import { holdFiles, readHeldFiles } from '@/utils/content/draft/attachments';
import { readComposerText } from '@/utils/content/draft/read-draft';

/**
 * Injected when the user continues from the popup, or with files in the composer. `readComposer`, `holdFiles` and
 * `readFiles` call the globals it defines.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as DraftReader & FilesReader;
  world.understudyReadComposerText = readComposerText;
  world.understudyHoldFiles = holdFiles;
  world.understudyReadFiles = readHeldFiles;
});
