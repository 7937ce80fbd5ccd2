import type { Assistant, AssistantId } from '@/utils/model/assistant';
import { cutDraft, type DraftTransfer, type KeptDrafts, type SavedDraft } from '@/utils/model/drafts';
import type { EvidenceEvent } from '@/utils/model/evidence';

/** How a draft gets to another assistant. Every way only fills in; none sends. */
export type TransferPlan =
  /** There is nothing to take along. */
  | { way: 'open'; url: string }
  /** Our script fills it in, where the person granted that site. */
  | { way: 'fill'; url: string }
  /** The site's own address does. */
  | { way: 'prefill'; url: string }
  /** It is on the clipboard, and the person pastes it. */
  | { way: 'paste'; url: string }
  /** It is on the clipboard, and there is no page that we could open. */
  | { way: 'by_hand'; url: null };

export interface CarryInput {
  /** `url` is null where there is no page to open. */
  target: { url: string | null; prefill: Assistant['prefill'] };
  /** Empty when there is none. */
  text: string;
  isGranted: boolean;
}

/** The best way that there is for this draft. An address that would be too long is none. */
export function planTransfer({ target, text, isGranted }: CarryInput): TransferPlan {
  const { url, prefill } = target;
  if (url === null) return { way: 'by_hand', url };
  if (text === '') return { way: 'open', url };
  if (isGranted) return { way: 'fill', url };
  // What is no well-formed UTF-16 makes encodeURIComponent throw.
  const address =
    prefill === null ? null : prefill.template.replace('{draft}', encodeURIComponent(text.toWellFormed()));
  if (prefill !== null && address !== null && address.length <= prefill.maxLength)
    return { way: 'prefill', url: address };
  return { way: 'paste', url };
}

/** Until when a draft is kept, epoch milliseconds. */
export function keptUntil({ startedAt }: { startedAt: number }): number {
  return startedAt + TRANSFER_KEPT_FOR_MS;
}

/** Whether a carry has outlived its use. A clock that was set back must not keep a draft for ever. */
export function isExpired(carry: { startedAt: number }, now: number): boolean {
  return Math.abs(now - carry.startedAt) > TRANSFER_KEPT_FOR_MS;
}

const TRANSFER_KEPT_FOR_MS = 10 * 60_000;

const MINUTE = 60_000;
const AUTOSAVE_KEPT_FOR_MS = 24 * 60 * MINUTE;
/** What left the composer was most likely sent; whether that went through shows within this time. */
const CLEARED_KEPT_FOR_MS = 10 * MINUTE;
/** What failed so long ago is not on its way any more; by then it is kept as what was never sent. */
const SETTLED_AFTER_MS = 5 * MINUTE;
/** A page empties its composer a little before or after its message leaves. */
const SLACK_MS = 5_000;
/** The newest tabs of one assistant; a draft may be long. */
const MAX_DRAFTS = 5;

/**
 * The outcome of the message that was this draft; null while none is known. A message that was sent before the draft was
 * begun is an earlier one: its outcome may arrive late, after a long response.
 */
function fateOf(
  { at, clearedAt, tabId, ...draft }: SavedDraft,
  evidence: readonly EvidenceEvent[],
): EvidenceEvent['outcome'] | null {
  if (clearedAt === null) return null;
  const begunAt = draft.begunAt ?? Math.min(at, clearedAt);
  const since = evidence.filter(
    (event) =>
      event.what === 'send' &&
      event.at >= clearedAt - SLACK_MS &&
      (event.startedAt ?? event.at) >= begunAt &&
      (event.tabId ?? tabId) === tabId,
  );
  // One that went through outweighs those that failed: the person, or the page, sent it again.
  return since.some(({ outcome }) => outcome === 'ok') ? 'ok' : (since.at(-1)?.outcome ?? null);
}

/** Whether it left the composer with a message that did not go through. */
export function isLost(draft: SavedDraft, evidence: readonly EvidenceEvent[]): boolean {
  const fate = fateOf(draft, evidence);
  return fate !== null && fate !== 'ok';
}

/** Whether it was not sent, as far as anybody knows: it stands in the composer, or was lost from it. */
const isUnsent = (draft: SavedDraft, evidence: readonly EvidenceEvent[]): boolean =>
  draft.clearedAt === null || isLost(draft, evidence);

/** Those that are still worth keeping: neither sent nor too old. A clock that was set back keeps none for ever. */
export function tidyDrafts(
  drafts: readonly SavedDraft[],
  evidence: readonly EvidenceEvent[],
  now: number,
): SavedDraft[] {
  return drafts.flatMap((draft) => {
    const clearedForMs = draft.clearedAt === null ? 0 : Math.abs(now - draft.clearedAt);
    const isOld = Math.abs(now - draft.at) >= AUTOSAVE_KEPT_FOR_MS;
    if (isOld || fateOf(draft, evidence) === 'ok') return [];
    // What its message met is soon forgotten; that it failed must not be.
    if (clearedForMs >= SETTLED_AFTER_MS && isLost(draft, evidence)) return [{ ...draft, clearedAt: null }];
    return clearedForMs >= CLEARED_KEPT_FOR_MS ? [] : [draft];
  });
}

/** What stands in a tab's composer now. */
export interface Typed extends Pick<SavedDraft, 'tabId' | 'text'> {
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
  drafts: readonly SavedDraft[],
  { tabId, isAnew, ...typed }: Typed,
  evidence: readonly EvidenceEvent[],
  now: number,
): SavedDraft[] {
  const { text, isCut } = typed.isCut ? typed : cutDraft(typed.text);
  const own = drafts.find((draft) => draft.tabId === tabId);
  const others = drafts.filter((draft) => draft !== own);
  if (text.trim() === '') {
    return own === undefined ? others : [{ ...own, clearedAt: own.clearedAt ?? now }, ...others];
  }
  const left = isAnew && own !== undefined && isUnsent(own, evidence) ? [{ ...own, clearedAt: null }] : [];
  const isContinued = !isAnew && own !== undefined && (text.startsWith(own.text) || own.text.startsWith(text));
  const begunAt = isContinued ? (own.begunAt ?? own.at) : now;
  const apart = [...left, ...others].filter((draft) => draft.tabId !== tabId || !text.startsWith(draft.text));
  const draft: SavedDraft = {
    tabId,
    text,
    at: now,
    ...(begunAt < now ? { begunAt } : {}),
    clearedAt: null,
    ...(isCut ? { isCut: true } : {}),
  };
  return [draft, ...apart].slice(0, MAX_DRAFTS);
}

/** Of all drafts together, bytes of UTF-8. What a browser adds to each stays within 2 MB. */
export const MAX_DRAFTS_BYTES = 1_900_000;
const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** As many of all drafts as fit together; the oldest go first, whoever they were typed to. */
export function withinBudget(drafts: KeptDrafts): KeptDrafts {
  const all = (Object.entries(drafts) as [AssistantId, SavedDraft[]][])
    .flatMap(([id, some]) => some.map((draft) => ({ id, draft })))
    .sort((one, other) => other.draft.at - one.draft.at);
  const kept = new Set<SavedDraft>();
  let bytes = 0;
  for (const { draft } of all) {
    bytes += bytesOf(draft.text);
    if (bytes > MAX_DRAFTS_BYTES) break;
    kept.add(draft);
  }
  if (kept.size === all.length) return drafts;
  return Object.fromEntries(
    (Object.entries(drafts) as [AssistantId, SavedDraft[]][]).map(([id, some]) => [
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
  drafts: readonly SavedDraft[],
  evidence: readonly EvidenceEvent[],
  tabId: number,
  openTabIds: readonly number[],
): SavedDraft | null {
  const own = drafts.filter((draft) => draft.tabId === tabId);
  const orphans = drafts.filter((draft) => !openTabIds.includes(draft.tabId)).sort((a, b) => b.at - a.at);
  return own.find((draft) => isUnsent(draft, evidence)) ?? own[0] ?? orphans[0] ?? null;
}

/** Two presses of one button within this time are one. */
const SECOND_PRESS_MS = 1_000;
const MAX_TRANSFERS = 10;
/** Of all transfers together, in UTF-16 units; storage.session holds 10 MB, and a unit takes up to 3 bytes. */
const MAX_TEXT = 2_000_000;

/** The transfers that are still of use, oldest first. */
export function activeTransfers(transfers: readonly DraftTransfer[], now: number): DraftTransfer[] {
  return transfers.filter((one) =>
    one.text === '' ? Math.abs(now - one.startedAt) <= SECOND_PRESS_MS : !isExpired(one, now),
  );
}

/** True when the same was started a moment ago: a second press opens nothing. */
export function isSecondPress(transfers: readonly DraftTransfer[], next: Omit<DraftTransfer, 'id'>): boolean {
  return transfers.some(
    (one) =>
      one.from === next.from &&
      one.to === next.to &&
      one.originTabId === next.originTabId &&
      // The text of a sample that waits for nothing is dropped at once.
      (one.text === next.text || next.from === 'sample') &&
      Math.abs(next.startedAt - one.startedAt) <= SECOND_PRESS_MS,
  );
}

/** Adds one as the newest. The oldest are dropped where there are too many, or too much text; the newest never is. */
export function withTransfer(
  transfers: readonly DraftTransfer[],
  next: Omit<DraftTransfer, 'id'>,
): { transfers: DraftTransfer[]; id: number } {
  // Greater than every other id; close to the time, so that one that was just removed is not given out again.
  const id = Math.max(next.startedAt, ...transfers.map((one) => one.id + 1));
  const all = [...transfers, { ...next, id }].slice(-MAX_TRANSFERS);
  const length = () => all.reduce((sum, { text }) => sum + text.length, 0);
  while (all.length > 1 && length() > MAX_TEXT) all.shift();
  return { transfers: all, id };
}

export function withoutTransfer(transfers: readonly DraftTransfer[], id: number): DraftTransfer[] {
  return transfers.filter((one) => one.id !== id);
}
