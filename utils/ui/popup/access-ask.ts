import { type Assistant, hasClosedPage } from '@/utils/model/assistant';
import type { Speech } from '@/utils/words/speech';
import type { PopupAccess } from './popup-access';

/** A status page that can be read only when its host is granted. */
export interface AccessAsk {
  why: string;
  ask: string;
}

/** Null where nothing has to be asked for. */
export function accessAsk(assistant: Assistant, { pages }: PopupAccess, { t }: Speech): AccessAsk | null {
  const { id, statusPages } = assistant;
  if (!hasClosedPage(assistant) || pages[id] !== false) return null;
  const hosts = [...new Set(statusPages.flatMap((page) => page.hosts))].join(', ');
  return { why: t('popup_access_why', hosts), ask: t('popup_access_ask', hosts) };
}
