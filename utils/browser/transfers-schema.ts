import * as v from 'valibot';
import type { DraftTransfer } from '@/utils/model/drafts';
import { assistantId, fallbackId } from './status-schema';
import { parseOrNull } from './stored-value';

const transfer = v.object({
  id: v.optional(v.number()),
  from: v.union([assistantId, v.literal('sample')]),
  to: fallbackId,
  text: v.string(),
  hasFiles: v.optional(v.boolean()),
  startedAt: v.number(),
  tabId: v.nullable(v.number()),
  originTabId: v.optional(v.nullable(v.number()), null),
  isPrivate: v.optional(v.boolean(), false),
});

/** An earlier version stored a single transfer without an id. A damaged transfer does not affect the others. */
export function parseTransfers(stored: unknown): DraftTransfer[] {
  const all: unknown[] = Array.isArray(stored) ? stored : [stored];
  return all.flatMap((one) => {
    const parsed = parseOrNull(transfer, one);
    return parsed === null ? [] : [{ ...parsed, id: parsed.id ?? parsed.startedAt }];
  });
}
