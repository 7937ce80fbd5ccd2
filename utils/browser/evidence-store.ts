import * as v from 'valibot';
import browser from 'webextension-polyfill';
import {
  EVIDENCE_KINDS,
  EVIDENCE_OUTCOMES,
  type EvidenceMemory,
  FAILED_HOWS,
  LOGGED_METHODS,
  NO_EVIDENCE,
  UNCOUNTED_WHYS,
} from '@/utils/model/evidence';
import { assistantId } from './status-schema';
import { onStorageChange, rereading } from './storage-changes';
import { parseOrNull, type SchemaFor } from './stored-value';

const KEY = 'evidence';
const what = v.picklist(EVIDENCE_KINDS);

const recordByAssistant = <Entry extends v.GenericSchema>(entry: Entry) => v.record(assistantId, entry);

const event = v.object({
  at: v.number(),
  startedAt: v.optional(v.number()),
  what,
  outcome: v.picklist(EVIDENCE_OUTCOMES),
  status: v.nullable(v.number()),
  how: v.nullable(v.picklist(FAILED_HOWS)),
  tabId: v.optional(v.number()),
  conversationHash: v.optional(v.number()),
  hasOpened: v.optional(v.boolean()),
  isAtOnce: v.optional(v.boolean()),
  firstByteMs: v.optional(v.number()),
  usualMs: v.optional(v.number()),
  recurs: v.optional(v.picklist(['once', 'often'])),
});
const inFlight = v.object({
  id: v.string(),
  assistantId,
  what,
  pattern: v.nullable(v.string()),
  startedAt: v.number(),
  silentAt: v.nullable(v.number()),
  tabId: v.optional(v.number()),
  conversationHash: v.optional(v.number()),
  sentStamp: v.optional(v.number()),
  answeredStamp: v.optional(v.number()),
});

const newChat = v.object({
  assistantId,
  tabId: v.number(),
  conversationHash: v.number(),
  paths: v.array(v.number()),
  isOpen: v.boolean(),
});

const tenths = v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999)));
const learned = v.object({
  firstByte: tenths,
  lengths: tenths,
  wellAt: v.record(v.string(), v.pipe(v.number(), v.integer())),
  spells: v.optional(v.array(v.tuple([v.number(), v.pipe(v.number(), v.integer())]))),
});

const logged = v.object({
  at: v.number(),
  what,
  method: v.picklist(LOGGED_METHODS),
  pattern: v.nullable(v.string()),
  status: v.nullable(v.number()),
  error: v.nullable(v.string()),
  outcome: v.picklist([...EVIDENCE_OUTCOMES, 'not_counted']),
  why: v.nullable(v.picklist([...FAILED_HOWS, ...UNCOUNTED_WHYS])),
});

const schema = v.object({
  events: recordByAssistant(v.array(event)),
  inFlight: v.array(inFlight),
  answered: v.optional(v.array(inFlight)),
  log: recordByAssistant(v.array(logged)),
  // Absent in values of earlier builds. What can't be read is learned again.
  learned: v.fallback(v.optional(recordByAssistant(learned)), undefined),
  newChats: v.fallback(v.optional(v.array(newChat)), undefined),
  grantedAt: v.optional(v.number()),
});

/**
 * In `storage.local`: `grantedAt` once more. An update or a reload of the extension clears `storage.session`, but Chromium goes on
 * to report no requests.
 */
const GRANT = 'evidence.grantedAt';
const grant = v.pipe(v.number(), v.minValue(0));

async function readGrant(): Promise<number | undefined> {
  const stored = await browser.storage.local.get(GRANT).catch((): Record<string, unknown> => ({}));
  return parseOrNull(grant, stored[GRANT]) ?? undefined;
}

/** Keeps when the permission was given through an update of the extension; null forgets it. */
export function keepGrant(at: number | null): Promise<void> {
  return at === null ? browser.storage.local.remove(GRANT) : browser.storage.local.set({ [GRANT]: at });
}

/** In `storage.session`: it survives a restart of the worker, and is deleted when the browser ends. */
export async function readEvidence(): Promise<EvidenceMemory> {
  const stored = parseOrNull(
    schema satisfies SchemaFor<EvidenceMemory, typeof schema>,
    (await browser.storage.session.get(KEY))[KEY],
  );
  if (stored !== null) return stored;
  const grantedAt = await readGrant();
  return grantedAt === undefined ? NO_EVIDENCE : { ...NO_EVIDENCE, grantedAt };
}

/** Calls back on every change. Returns the function that stops it. */
export function watchEvidence(onChange: (memory: EvidenceMemory) => void): () => void {
  return onStorageChange((changes, area) => area === 'session' && KEY in changes, rereading(readEvidence, onChange));
}

export async function writeEvidence(memory: EvidenceMemory): Promise<void> {
  await browser.storage.session.set({ [KEY]: memory });
}
