import { chatPatterns, statusHosts, statusPatterns } from '@/utils/assistants/patterns';
import { type Grants, isGranted } from '@/utils/model/address';
import { type Assistant, type AssistantId, hasClosedPage } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import { allAssistants, assistantOf } from '@/utils/ui/page-registry';
import { siteOf } from '@/utils/ui/text';

/** Which optional permissions are granted. Missing entries are not known, and nothing is offered for them. */
export interface PopupAccess {
  /** Chat sites. Of several hosts one is enough, as the banner is shown there. */
  chats: Partial<Record<AssistantId, boolean>>;
  /** Status pages that can be read only with a permission for their host. */
  pages: Partial<Record<AssistantId, boolean>>;
}

export const ACCESS_NOT_KNOWN: PopupAccess = { chats: {}, pages: {} };

/** The permissions for the sites of watched assistants, and for all status pages that need one. */
export function accessOf({ watched }: Pick<Options, 'watched'>, grants: Grants): PopupAccess {
  const isHeld = (pattern: string) => isGranted(grants, pattern);
  const withChat = watched.map(assistantOf).filter(({ chatSites }) => chatSites.length > 0);
  const closed = allAssistants().filter(hasClosedPage);
  return {
    chats: Object.fromEntries(withChat.map((one) => [one.id, chatPatterns(one).some(isHeld)])),
    pages: Object.fromEntries(closed.map((one) => [one.id, statusPatterns(one).every(isHeld)])),
  };
}

/** The assistants whose chats are granted, watched or not: a conversation there can be read. */
export function readableChats(grants: Grants): AssistantId[] {
  const isReadable = (assistant: Assistant) =>
    assistant.chatSites.length > 0 && chatPatterns(assistant).every((pattern) => isGranted(grants, pattern));
  return allAssistants()
    .filter(isReadable)
    .map(({ id }) => id);
}

/** The hosts whose permission is missing to read the status page, as a list; null where none is missing. */
export function missingHosts(assistant: Assistant, { pages }: PopupAccess): string | null {
  if (!hasClosedPage(assistant) || pages[assistant.id] !== false) return null;
  return statusHosts(assistant).join(', ');
}

/** A chat on which the banner can be allowed. */
export interface BannerOffer {
  assistantId: AssistantId;
  /** Host and path, as shown to the user. */
  site: string;
}

/** The first watched chat while the banner is allowed on none; null where it is allowed on one, or that is not known. */
export function bannerOffer(
  { watched }: Pick<Options, 'watched'>,
  { chats }: Pick<PopupAccess, 'chats'>,
): BannerOffer | null {
  if (Object.values(chats).some((isGranted) => isGranted)) return null;
  const offers = watched.flatMap((assistantId) => {
    const [chat] = assistantOf(assistantId).chatSites;
    return chat === undefined || chats[assistantId] === undefined ? [] : [{ assistantId, site: siteOf(chat) }];
  });
  return offers[0] ?? null;
}
