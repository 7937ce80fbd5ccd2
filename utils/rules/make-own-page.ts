import type { OwnPageId } from '@/utils/model/assistant';
import { shortName } from '@/utils/model/own-name';
import type { OwnPage } from '@/utils/model/own-page';
import type { WatchablePage } from '@/utils/model/page-search';

/** What the person chose about a page that was found. */
export interface OwnPageChoice {
  name: string;
  /** The components that the verdict shall rest on. */
  partIds: readonly string[];
  /** Null where there is no chat beside it. */
  chatUrl: string | null;
}

/** By the moment at which it was added: so no two ever have the same. */
const idAt = (now: number): OwnPageId => `page:${now}`;

/** The page as it will be watched: what was chosen counts, the rest can be chosen later like other parts. */
export function makeOwnPage(found: WatchablePage, { name, partIds, chatUrl }: OwnPageChoice, now: number): OwnPage {
  const { platform, address, pageId, isCorsOpen, components } = found;
  const parts = components.map((component) => ({ id: component.id, name: component.name }));
  return {
    id: idAt(now),
    name: shortName(name) || shortName(found.name),
    platform,
    address,
    pageId,
    isCorsOpen,
    core: parts.filter(({ id }) => partIds.includes(id)),
    features: parts.filter(({ id }) => !partIds.includes(id)),
    chatUrl,
  };
}
