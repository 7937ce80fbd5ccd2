import type { Assistant } from '@/utils/model/assistant';
import type { Translate } from '@/utils/words/speech';

/** The host of its status page, or why there is none. */
export function sourceOf({ statusPages: [page], statusLink }: Assistant, t: Translate): string {
  if (page !== undefined) return new URL(page.address).host;
  return statusLink === null ? t('popup_no_page') : t('popup_unread_page');
}
