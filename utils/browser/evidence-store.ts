import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { ASSISTANT_IDS, type AssistantId } from '@/utils/model/assistant';
import { EVIDENCE_KINDS, EVIDENCE_OUTCOMES, type EvidenceEvent, FAILED_HOWS } from '@/utils/model/evidence';

const KEY = 'evidence';
type Evidence = Partial<Record<AssistantId, EvidenceEvent[]>>;

const event = v.object({
  at: v.number(),
  what: v.picklist(EVIDENCE_KINDS),
  outcome: v.picklist(EVIDENCE_OUTCOMES),
  status: v.nullable(v.number()),
  how: v.nullable(v.picklist(FAILED_HOWS)),
});
const schema = v.object(v.entriesFromList(ASSISTANT_IDS, v.optional(v.array(event))));

/** In `storage.session`: it survives the worker, and is gone with the browser. */
export async function readEvidence(): Promise<Evidence> {
  const parsed = v.safeParse(schema, (await browser.storage.session.get(KEY))[KEY] ?? {});
  return parsed.success ? (parsed.output as Evidence) : {};
}

export async function writeEvidence(evidence: Evidence): Promise<void> {
  await browser.storage.session.set({ [KEY]: evidence });
}
