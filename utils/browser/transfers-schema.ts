import * as v from 'valibot';
import type { Carry } from '@/utils/model/carry';
import { fitting } from './fitting';
import { assistantId } from './trouble-schema';
import { wayId } from './way-schema';

const transfer = v.object({
  id: v.optional(v.number()),
  from: v.union([assistantId, v.literal('sample')]),
  to: wayId,
  text: v.string(),
  hasFiles: v.optional(v.boolean()),
  startedAt: v.number(),
  tabId: v.nullable(v.number()),
  originTabId: v.optional(v.nullable(v.number()), null),
  isPrivate: v.optional(v.boolean(), false),
});

/** An earlier version stored one transfer alone, without an id. A damaged one does not take the others along. */
export function parseTransfers(stored: unknown): Carry[] {
  const all: unknown[] = Array.isArray(stored) ? stored : [stored];
  return all.flatMap((one) => {
    const parsed = fitting(transfer, one);
    return parsed === null ? [] : [{ ...parsed, id: parsed.id ?? parsed.startedAt }];
  });
}
