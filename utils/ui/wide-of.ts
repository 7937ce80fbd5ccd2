import { assistantOf } from '@/utils/assistants/everyone';
import type { AssistantId } from '@/utils/model/assistant';
import type { ChatSite } from '@/utils/model/chat-site';
import type { Speech } from '@/utils/words/speech';

/** For people: a host, with its path where there is one. */
export function siteOf({ host, path }: ChatSite): string {
  return path === '/' ? host : `${host}${path}`;
}

/** What a grant for the chat holds beyond it, in a sentence; null where the chat has its host to itself. */
export function wideOf(id: AssistantId, { t }: Speech): string | null {
  const [site] = assistantOf(id).chatSites;
  return site === undefined || site.path === '/' ? null : t('popup_banner_wide', siteOf(site), site.host);
}
