import type { AssistantId } from '@/utils/model/assistant';
import type { EvidenceEvent } from '@/utils/model/evidence';
import { cutDraft, type KeptDraft, type KeptDrafts } from '@/utils/model/kept-draft';

const MINUTE = 60_000;
const KEPT_FOR_MS = 24 * 60 * MINUTE;
/** What left the composer was most likely sent; whether that went through shows within this time. */
const CLEARED_KEPT_FOR_MS = 10 * MINUTE;
/** What failed so long ago is not on its way any more; by then it is kept as what was never sent. */
const SETTLED_AFTER_MS = 5 * MINUTE;
/** A page empties its composer a little before or after its message leaves. */
const SLACK_MS = 5_000;
/** The newest tabs of one assistant; a draft may be long. */
const MAX_DRAFTS = 5;

/** What became of the message that may have been this draft; null while nothing is known of it. */
function fateOf({ clearedAt, tabId }: KeptDraft, evidence: readonly EvidenceEvent[]): EvidenceEvent['outcome'] | null {
  if (clearedAt === null) return null;
  const since = evidence.filter(
    (event) => event.what === 'send' && event.at >= clearedAt - SLACK_MS && (event.tabId ?? tabId) === tabId,
  );
  // One that went through outweighs those that failed: the person, or the page, sent it again.
  return since.some(({ outcome }) => outcome === 'ok') ? 'ok' : (since.at(-1)?.outcome ?? null);
}

/** Whether it left the composer with a message that did not go through. */
export function isLost(draft: KeptDraft, evidence: readonly EvidenceEvent[]): boolean {
  const fate = fateOf(draft, evidence);
  return fate !== null && fate !== 'ok';
}

/** Whether it was not sent, as far as anybody knows: it stands in the composer, or was lost from it. */
const isUnsent = (draft: KeptDraft, evidence: readonly EvidenceEvent[]): boolean =>
  draft.clearedAt === null || isLost(draft, evidence);

/** Those that are still worth keeping: neither sent nor too old. A clock that was set back keeps none for ever. */
export function tidyDrafts(drafts: readonly KeptDraft[], evidence: readonly EvidenceEvent[], now: number): KeptDraft[] {
  return drafts.flatMap((draft) => {
    const clearedForMs = draft.clearedAt === null ? 0 : Math.abs(now - draft.clearedAt);
    const isOld = Math.abs(now - draft.at) >= KEPT_FOR_MS;
    if (isOld || fateOf(draft, evidence) === 'ok') return [];
    // What its message met is soon forgotten; that it failed must not be.
    if (clearedForMs >= SETTLED_AFTER_MS && isLost(draft, evidence)) return [{ ...draft, clearedAt: null }];
    return clearedForMs >= CLEARED_KEPT_FOR_MS ? [] : [draft];
  });
}

/** What stands in a tab's composer now. */
export interface Typed extends Pick<KeptDraft, 'tabId' | 'text'> {
  /** The script in the tab has cut it already. */
  isCut?: boolean;
  /** The composer was empty before: what was kept of its tab is another draft. */
  isAnew: boolean;
}

/**
 * The drafts after a tab's composer was read. An empty composer does not erase what stood in it: a message that fails
 * leaves one behind, and so does a reload. What is begun after that stands beside it, unless it says the same.
 */
export function withKept(
  drafts: readonly KeptDraft[],
  { tabId, isAnew, ...typed }: Typed,
  evidence: readonly EvidenceEvent[],
  now: number,
): KeptDraft[] {
  const { text, isCut } = typed.isCut ? typed : cutDraft(typed.text);
  const own = drafts.find((draft) => draft.tabId === tabId);
  const others = drafts.filter((draft) => draft !== own);
  if (text.trim() === '') {
    return own === undefined ? others : [{ ...own, clearedAt: own.clearedAt ?? now }, ...others];
  }
  const left = isAnew && own !== undefined && isUnsent(own, evidence) ? [{ ...own, clearedAt: null }] : [];
  const apart = [...left, ...others].filter((draft) => draft.tabId !== tabId || !text.startsWith(draft.text));
  return [{ tabId, text, at: now, clearedAt: null, ...(isCut ? { isCut: true as const } : {}) }, ...apart].slice(
    0,
    MAX_DRAFTS,
  );
}

/** Of all drafts together, bytes of UTF-8. What a browser adds to each stays within 2 MB. */
export const MAX_DRAFTS_BYTES = 1_900_000;
const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** As many of all drafts as fit together; the oldest go first, whoever they were typed to. */
export function withinBudget(drafts: KeptDrafts): KeptDrafts {
  const all = (Object.entries(drafts) as [AssistantId, KeptDraft[]][])
    .flatMap(([id, some]) => some.map((draft) => ({ id, draft })))
    .sort((one, other) => other.draft.at - one.draft.at);
  const kept = new Set<KeptDraft>();
  let bytes = 0;
  for (const { draft } of all) {
    bytes += bytesOf(draft.text);
    if (bytes > MAX_DRAFTS_BYTES) break;
    kept.add(draft);
  }
  if (kept.size === all.length) return drafts;
  return Object.fromEntries(
    (Object.entries(drafts) as [AssistantId, KeptDraft[]][]).map(([id, some]) => [
      id,
      some.filter((draft) => kept.has(draft)),
    ]),
  );
}

/**
 * The one to offer in a tab: its own, first what was surely not sent, or where it has none, the newest whose tab is
 * gone. Null when there is none.
 */
export function draftFor(
  drafts: readonly KeptDraft[],
  evidence: readonly EvidenceEvent[],
  tabId: number,
  openTabIds: readonly number[],
): KeptDraft | null {
  const own = drafts.filter((draft) => draft.tabId === tabId);
  const orphans = drafts.filter((draft) => !openTabIds.includes(draft.tabId)).sort((a, b) => b.at - a.at);
  return own.find((draft) => isUnsent(draft, evidence)) ?? own[0] ?? orphans[0] ?? null;
}
