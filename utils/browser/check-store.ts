import * as v from 'valibot';
import browser, { type Storage } from 'webextension-polyfill';
import type { AssistantId } from '@/utils/model/assistant';
import type { Check } from '@/utils/model/check';
import { ANSWERS, CHECK_STEPS, FAILING_SENDS, MAKER_KINDS, OTHER_SENDS } from '@/utils/model/findings';
import { level, time } from './report-schema';
import { suspicionSchema } from './status-schema';

/** Each assistant has its own, so that two that run at once do not overwrite each other. */
const keyOf = (id: AssistantId): string => `check.${id}`;

const answer = v.nullable(v.picklist(ANSWERS));
const schema: v.GenericSchema<unknown, Check> = v.object({
  startedAt: time,
  movedAt: time,
  running: v.nullable(v.picklist(CHECK_STEPS)),
  findings: v.object({
    browser: v.nullable(v.picklist(['online', 'offline'])),
    page: answer,
    others: answer,
    site: answer,
    sends: v.nullable(
      v.union([
        v.object({ kind: v.picklist(FAILING_SENDS), suspicion: suspicionSchema }),
        v.object({ kind: v.picklist(OTHER_SENDS), suspicion: v.null() }),
      ]),
    ),
    maker: v.nullable(v.object({ kind: v.picklist(MAKER_KINDS), level, names: v.array(v.string()) })),
  }),
});

function parse(raw: unknown): Check | null {
  const parsed = v.safeParse(schema, raw);
  return parsed.success ? parsed.output : null;
}

/** In `storage.session`: our own pages follow it there, and it is gone with the browser. */
export async function writeCheck(id: AssistantId, check: Check): Promise<void> {
  await browser.storage.session.set({ [keyOf(id)]: check });
}

/** Null when none was made since the browser began. */
export async function readCheck(id: AssistantId): Promise<Check | null> {
  return parse((await browser.storage.session.get(keyOf(id)))[keyOf(id)]);
}

/** Calls back with each step; returns how to stop. */
export function watchCheck(id: AssistantId, onChange: (check: Check) => void): () => void {
  const listener = (changes: Record<string, Storage.StorageChange>) => {
    const check = parse(changes[keyOf(id)]?.newValue);
    if (check !== null) onChange(check);
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}
