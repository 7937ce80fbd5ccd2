import type { AssistantId } from '@/utils/model/assistant';
import { isOwnPageId } from '@/utils/model/assistant';
import type { OwnPage } from '@/utils/model/own-page';
import type { Status } from '@/utils/model/status';

type Concerned = { assistantId: AssistantId };

/** What is remembered of own pages that are no longer there goes with them; nothing of it is told any more. */
export function withoutGone(status: Status, ownPages: readonly OwnPage[]): Status {
  const isThere = (id: string) => !isOwnPageId(id) || ownPages.some((page) => page.id === id);
  const isOfThese = ({ assistantId }: Concerned) => isThere(assistantId);
  const isNews = ({ changes, maintenance, back }: Status['held'][number]) =>
    changes.every(isOfThese) && isThere(maintenance?.assistantId ?? '') && isThere(back?.assistantId ?? '');
  const parts = Object.entries(status).map(([name, part]: [string, unknown]) => {
    const isByAssistant = typeof part === 'object' && part !== null && !Array.isArray(part);
    return [name, isByAssistant ? Object.fromEntries(Object.entries(part).filter(([id]) => isThere(id))) : part];
  });
  return {
    ...(Object.fromEntries(parts) as Status),
    decisions: status.decisions.filter(isOfThese),
    held: status.held.filter(isNews),
    outbox: status.outbox.filter(isNews),
  };
}
