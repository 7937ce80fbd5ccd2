import type { Assistant, AssistantId } from '@/utils/model/assistant';
import { ownPages } from '@/utils/model/own-page';
import { ASSISTANTS } from './assistants';
import { describe } from './describe';
import { ownAssistant } from './own-assistant';

const byId = new Map(ASSISTANTS.map((assistant) => [assistant.id, assistant]));

/** Everyone there is now, the person's own pages last. */
export const everyone = (): readonly Assistant[] => [...ASSISTANTS, ...ownPages().map(ownAssistant)];

/** Of an own page that has gone, while something of it is still remembered: it is nothing any more, and stops nobody. */
const gone = (id: AssistantId): Assistant =>
  describe({
    id,
    name: '…',
    maker: '…',
    colour: 'slate',
    verifiedOn: null,
    chatSites: [],
  });

/** Whoever is called so. All of the registry are there. */
export function assistantOf(id: AssistantId): Assistant {
  return byId.get(id) ?? everyone().find((one) => one.id === id) ?? gone(id);
}
