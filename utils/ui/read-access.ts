import { assistantOf } from '@/utils/assistants/assistants';
import { chatPatterns } from '@/utils/assistants/hosts';
import { hasAccess } from '@/utils/browser/permissions';
import type { AssistantId } from '@/utils/model/assistant';
import type { PopupAccess } from './popup-banners';

/** Which chat sites were granted. */
export async function readAccess(watched: readonly AssistantId[]): Promise<PopupAccess> {
  const entries = watched.map(async (id) => [id, await hasAccess(chatPatterns(assistantOf(id)))] as const);
  return Object.fromEntries(await Promise.all(entries));
}
