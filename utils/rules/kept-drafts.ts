import type { EvidenceEvent } from '@/utils/model/evidence';
import type { KeptDraft } from '@/utils/model/kept-draft';

const MINUTE = 60_000;
const KEPT_FOR_MS = 24 * 60 * MINUTE;
/** What left the composer was most likely sent; whether that went through shows within this time. */
const CLEARED_KEPT_FOR_MS = 10 * MINUTE;
/** A page empties its composer a little before or after its message leaves. */
const SLACK_MS = 5_000;
/** The newest tabs of one assistant; a draft may be long. */
const MAX_DRAFTS = 5;

/** What became of the message that may have been this draft; null while nothing is known of it. */
function fateOf({ clearedAt }: KeptDraft, evidence: readonly EvidenceEvent[]): EvidenceEvent['outcome'] | null {
  if (clearedAt === null) return null;
  const since = evidence.filter(({ what, at }) => what === 'send' && at >= clearedAt - SLACK_MS);
  // One that went through outweighs those that failed: the person, or the page, sent it again.
  return since.some(({ outcome }) => outcome === 'ok') ? 'ok' : (since.at(-1)?.outcome ?? null);
}

/** Whether it left the composer with a message that did not go through. */
export function isLost(draft: KeptDraft, evidence: readonly EvidenceEvent[]): boolean {
  const fate = fateOf(draft, evidence);
  return fate !== null && fate !== 'ok';
}

/** Those that are still worth keeping: neither sent nor too old. A clock that was set back keeps none for ever. */
export function tidyDrafts(drafts: readonly KeptDraft[], evidence: readonly EvidenceEvent[], now: number): KeptDraft[] {
  return drafts.filter((draft) => {
    const isOld = Math.abs(now - draft.at) >= KEPT_FOR_MS;
    const isGone = draft.clearedAt !== null && Math.abs(now - draft.clearedAt) >= CLEARED_KEPT_FOR_MS;
    return !isOld && !isGone && fateOf(draft, evidence) !== 'ok';
  });
}

/**
 * The drafts after a tab's composer was read. An empty composer does not erase what stood in it: a message that fails
 * leaves one behind. What is typed next in its tab takes its place.
 */
export function withKept(
  drafts: readonly KeptDraft[],
  { tabId, text }: Pick<KeptDraft, 'tabId' | 'text'>,
  now: number,
): KeptDraft[] {
  const own = drafts.find((draft) => draft.tabId === tabId);
  const others = drafts.filter((draft) => draft !== own);
  if (text.trim() !== '') return [{ tabId, text, at: now, clearedAt: null }, ...others].slice(0, MAX_DRAFTS);
  return own === undefined ? others : [{ ...own, clearedAt: own.clearedAt ?? now }, ...others];
}

/** The one to offer in a tab: its own or, where it has none, the newest whose tab is gone. Null when there is none. */
export function draftFor(drafts: readonly KeptDraft[], tabId: number, openTabIds: readonly number[]): KeptDraft | null {
  const own = drafts.find((draft) => draft.tabId === tabId);
  const orphans = drafts.filter((draft) => !openTabIds.includes(draft.tabId)).sort((a, b) => b.at - a.at);
  return own ?? orphans[0] ?? null;
}
