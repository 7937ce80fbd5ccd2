import type { AssistantId } from '@/utils/model/assistant';

/** What can be opened in the popup. Closed parts are not reckoned at all, so that the first paint stays quick. */
export type PanelId = AssistantId | 'watched' | 'more' | 'banners' | 'why';

export type Opened = ReadonlySet<PanelId>;

export const NOTHING_OPENED: Opened = new Set();

/** Opens what is closed, closes what is open. */
export function toggled(opened: Opened, id: PanelId): Opened {
  const next = new Set(opened);
  if (!next.delete(id)) next.add(id);
  return next;
}

export function withPanel(opened: Opened, id: PanelId): Opened {
  return new Set([...opened, id]);
}
