import type { Assistant } from '@/utils/model/assistant';
import type { OwnPage } from '@/utils/model/own-page';
import { chatSite, describe, statusPage } from './describe';

const idsAndNames = (parts: OwnPage['core']) => Object.fromEntries(parts.map(({ id, name }) => [id, name]));

/** A page of the person's own as an assistant like the others. Nothing is known of its chat but where it is. */
export function ownAssistant({
  id,
  name,
  platform,
  address,
  pageId,
  isCorsOpen,
  core,
  features,
  chatUrl,
}: OwnPage): Assistant {
  const { host, pathname } = new URL(address);
  const chat = chatUrl === null ? null : new URL(chatUrl);
  return describe({
    id,
    name,
    maker: name,
    colour: 'slate',
    verifiedOn: null,
    statusPages: [
      statusPage(platform, host, {
        pageId,
        path: pathname.replace(/\/$/, ''),
        isCorsOpen,
        // The user counts every component of the page.
        covers: features.length === 0 ? 'one' : 'several',
        core: idsAndNames(core),
        features: idsAndNames(features),
      }),
    ],
    chatSites: chat === null ? [] : [chatSite(chat.host, chat.pathname + chat.search)],
  });
}
