import { type AssistantId, isOwnPageId } from '@/utils/model/assistant';
import type { Notice } from '@/utils/model/notice';
import type { OwnPage } from '@/utils/model/own-page';
import type { Status } from '@/utils/model/status';

type Concerned = { assistantId: AssistantId };

/** What is remembered of own pages that are no longer there goes with them; nothing of it is told any more. */
export function withoutGone(status: Status, ownPages: readonly OwnPage[]): Status {
  const isThere = (id: string) => !isOwnPageId(id) || ownPages.some((page) => page.id === id);
  const isOfThese = ({ assistantId }: Concerned) => isThere(assistantId);
  // Of several in one notice the others are still told.
  const stillNews = (notices: readonly Notice[]): Notice[] =>
    notices
      .map((notice) => ({ ...notice, changes: notice.changes.filter(isOfThese) }))
      .filter(({ changes, maintenance, back }) =>
        [...changes, maintenance, back].some((about) => about !== null && isOfThese(about)),
      );
  const parts = Object.entries(status).map(([name, part]: [string, unknown]) => {
    const isByAssistant = typeof part === 'object' && part !== null && !Array.isArray(part);
    return [name, isByAssistant ? Object.fromEntries(Object.entries(part).filter(([id]) => isThere(id))) : part];
  });
  return {
    ...(Object.fromEntries(parts) as Status),
    decisions: status.decisions.filter(isOfThese),
    held: stillNews(status.held),
    outbox: stillNews(status.outbox),
  };
}
