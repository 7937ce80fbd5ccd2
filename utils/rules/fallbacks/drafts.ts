import type { Assistant, AssistantId } from '@/utils/model/assistant';
import { type ConversationTarget, roomFor } from '@/utils/model/conversation';
import {
  cutDraft,
  type DraftKey,
  type DraftTransfer,
  isDetached,
  isWaiting,
  MAX_KEPT_CHARS,
  type SavedDraft,
  type WaitingDraft,
  type WaitOutcome,
} from '@/utils/model/drafts';
import type { EvidenceEvent, EvidenceMemory } from '@/utils/model/evidence';

/** How a draft gets to a fallback. Every method only fills it in; none sends it. */
export type TransferPlan =
  /** There is no draft. */
  | { method: 'open'; url: string }
  /** Our script fills it in; the user has granted that site. */
  | { method: 'fill'; url: string }
  /** The site's own prefill address. */
  | { method: 'prefill'; url: string }
  /** It is on the clipboard, and the user pastes it. */
  | { method: 'paste'; url: string }
  /** It is on the clipboard, and there is no page to open. */
  | { method: 'by_hand'; url: null };

export interface TransferInput {
  /** `url` is null if there is no page to open. */
  target: { url: string | null; prefill: Assistant['prefill']; maxMessage: number | null };
  /** Empty if there is none. */
  text: string;
  isGranted: boolean;
  /** Whether the text holds a conversation. It never becomes part of an address, which histories and servers keep. */
  hasConversation: boolean;
}

/** The best available method for this draft. A prefill address that would be too long is not used. */
export function planTransfer({ target, text, isGranted, hasConversation }: TransferInput): TransferPlan {
  const { url, prefill, maxMessage } = target;
  if (url === null) return { method: 'by_hand', url };
  if (text === '') return { method: 'open', url };
  if (hasConversation && (!isGranted || text.length > roomFor(maxMessage))) return { method: 'paste', url };
  if (isGranted) return { method: 'fill', url };
  // `encodeURIComponent` throws on lone surrogates.
  const address =
    prefill === null ? null : prefill.template.replace('{draft}', encodeURIComponent(text.toWellFormed()));
  if (prefill !== null && address !== null && address.length <= prefill.maxLength)
    return { method: 'prefill', url: address };
  return { method: 'paste', url };
}

/** What becomes of a conversation in a target now. */
export const conversationTarget = (target: TransferInput['target'], isGranted: boolean): ConversationTarget => ({
  room: roomFor(target.maxMessage),
  isFilledIn: (text) => planTransfer({ target, text, isGranted, hasConversation: true }).method === 'fill',
});

/** Whether the text gets to the page by itself. Otherwise it has to be on the clipboard first. */
export const bringsText = ({ method }: TransferPlan): boolean => method === 'fill' || method === 'prefill';

/** When a transfer expires, epoch milliseconds. */
export function expiresAt({ startedAt }: { startedAt: number }): number {
  return startedAt + TRANSFER_KEPT_FOR_MS;
}

/** Whether a transfer has expired. Also true after the clock was set back, so that no draft is kept forever. */
export function isExpired(transfer: { startedAt: number }, now: number): boolean {
  return Math.abs(now - transfer.startedAt) > TRANSFER_KEPT_FOR_MS;
}

const TRANSFER_KEPT_FOR_MS = 10 * 60_000;

const MINUTE = 60_000;
const AUTOSAVE_KEPT_FOR_MS = 24 * 60 * MINUTE;
const WAITS_FOR_MS = 7 * 24 * 60 * MINUTE;
/** A draft that left the composer was most likely sent; its outcome is known within this time. */
const CLEARED_KEPT_FOR_MS = 10 * MINUTE;
/** After this time a failed message is no longer pending; its draft counts as unsent. */
const SETTLED_AFTER_MS = 5 * MINUTE;
/** A page clears its composer shortly before or after the message is sent. */
const SLACK_MS = 5_000;
/** Per assistant, the most recent tabs; a draft may be long. */
const MAX_DRAFTS = 5;

/** Evidence by assistant, as `EvidenceMemory` holds it. */
type Events = EvidenceMemory['events'];

/**
 * The outcome of the message that was this draft; null while none is known. A message that was sent before the draft was
 * begun is an earlier one: its outcome may arrive late, after a long response.
 */
function outcomeOf(draft: SavedDraft, evidence: readonly EvidenceEvent[]): EvidenceEvent['outcome'] | null {
  if (draft.state !== 'cleared') return null;
  const { at, clearedAt, tabId } = draft;
  const begunAt = draft.begunAt ?? Math.min(at, clearedAt);
  const sends = evidence.filter(
    (event) =>
      event.what === 'send' &&
      event.at >= clearedAt - SLACK_MS &&
      (event.startedAt ?? event.at) >= begunAt &&
      (isDetached(draft) || (event.tabId ?? tabId) === tabId),
  );
  // A success outweighs failures: the user, or the page, sent the message again.
  // A brief answer may be a true one: the draft was sent. One that ended at once may be an error: the draft is kept.
  const isAnswered = sends.some(({ outcome, isAtOnce }) => outcome === 'ok' || (outcome === 'brief' && !isAtOnce));
  return isAnswered ? 'ok' : (sends.at(-1)?.outcome ?? null);
}

/** typed -> cleared. */
function cleared(draft: SavedDraft, now: number): SavedDraft {
  return { ...draft, state: 'cleared', clearedAt: now };
}

/** Any state -> offered. */
function offered(draft: SavedDraft): SavedDraft {
  const { assistantId, tabId, text, at, begunAt, isCut, container } = draft;
  return { state: 'offered', assistantId, tabId, text, at, begunAt, isCut, container };
}

/** Whether the draft left the composer with a message that failed. */
export function isLost(draft: SavedDraft, evidence: readonly EvidenceEvent[]): boolean {
  const outcome = outcomeOf(draft, evidence);
  return outcome !== null && outcome !== 'ok';
}

/** Whether it was probably not sent: it is still in the composer, or was lost from it. */
export const isUnsent = (draft: SavedDraft, evidence: readonly EvidenceEvent[]): boolean =>
  draft.state !== 'cleared' || isLost(draft, evidence);

/** Whether a waiting draft has expired. Both directions, because the clock may be set back. */
const hasWaitedTooLong = ({ at }: Pick<SavedDraft, 'at'>, now: number): boolean => Math.abs(now - at) >= WAITS_FOR_MS;

/** Null for a draft that was delivered or has expired. Both directions, because the clock may be set back. */
function tidied(draft: SavedDraft, evidence: readonly EvidenceEvent[], now: number): SavedDraft | null {
  if (isWaiting(draft)) return hasWaitedTooLong(draft, now) ? null : draft;
  if (Math.abs(now - draft.at) >= AUTOSAVE_KEPT_FOR_MS || outcomeOf(draft, evidence) === 'ok') return null;
  if (draft.state !== 'cleared') return draft;
  const clearedForMs = Math.abs(now - draft.clearedAt);
  // Evidence is dropped after ten minutes; the failure is kept in the draft's state.
  if (clearedForMs >= SETTLED_AFTER_MS && isLost(draft, evidence)) return offered(draft);
  return clearedForMs >= CLEARED_KEPT_FOR_MS ? null : draft;
}

/** Removes the drafts that were delivered or have expired. */
export function tidyDrafts(drafts: readonly SavedDraft[], events: Events, now: number): SavedDraft[] {
  return drafts.flatMap((draft) => tidied(draft, events[draft.assistantId] ?? [], now) ?? []);
}

/** A reading of a tab's composer. */
export interface Typed extends Pick<SavedDraft, 'assistantId' | 'tabId' | 'text' | 'container'> {
  /** The content script has already cut the text. */
  isCut?: boolean;
  /** The composer was empty before, so the saved draft of this tab is a different one. */
  isNewText: boolean;
}

/** Gives a tab its draft of an earlier browser session back, if the tab still holds that text. */
function withAdopted(
  drafts: readonly SavedDraft[],
  { tabId, text, container }: Pick<Typed, 'tabId' | 'text' | 'container'>,
): readonly SavedDraft[] {
  if (text.trim() === '' || drafts.some((draft) => draft.tabId === tabId)) return drafts;
  const former = drafts.find(
    (draft) => isDetached(draft) && draft.container === container && text.startsWith(draft.text),
  );
  return drafts.map((draft) => (draft === former ? { ...draft, tabId } : draft));
}

/** What stays of a tab's draft when another text is begun: its message may still fail. Nothing if it went through. */
function leftBehind(draft: SavedDraft, evidence: readonly EvidenceEvent[]): SavedDraft[] {
  if (isUnsent(draft, evidence)) return [offered(draft)];
  return outcomeOf(draft, evidence) === null ? [draft] : [];
}

/** The most recent drafts that fit beside another one. Those that were probably sent are dropped first. */
function mostUseful(drafts: readonly SavedDraft[], evidence: readonly EvidenceEvent[]): SavedDraft[] {
  const sent = drafts.filter((draft) => !isUnsent(draft, evidence));
  const kept = [...drafts.filter((draft) => !sent.includes(draft)), ...sent].slice(0, MAX_DRAFTS - 1);
  return drafts.filter((draft) => kept.includes(draft));
}

/**
 * Saved drafts after a composer was read. An empty composer does not delete its draft, because a failed message and a
 * reload both leave one. A text begun afterwards is saved as another draft, unless it is identical.
 */
export function withAutosaved(
  saved: readonly SavedDraft[],
  { assistantId, tabId, isNewText, ...typed }: Typed,
  evidence: readonly EvidenceEvent[],
  now: number,
): SavedDraft[] {
  const { text, isCut } = typed.isCut ? typed : cutDraft(typed.text);
  const drafts = withAdopted(saved, { tabId, text, container: typed.container });
  // What is edited or cleared is in the composer, and its draft may be gone: the user discarded it, or lets it wait.
  // One that had left the composer before is another.
  const own = drafts.find((draft) => draft.tabId === tabId && (isNewText || draft.state === 'typed'));
  // A tab stays in its container.
  const container = typed.container ?? own?.container;
  // Before the next message of the tab goes through: its success would count for a lost draft, too.
  const others = drafts
    .filter((draft) => draft !== own)
    .map((draft) => (draft.tabId === tabId && isLost(draft, evidence) ? offered(draft) : draft));
  if (text.trim() === '') return own === undefined ? others : [cleared(own, now), ...others];
  const left = isNewText && own !== undefined ? leftBehind(own, evidence) : [];
  const isContinued = !isNewText && own !== undefined && (text.startsWith(own.text) || own.text.startsWith(text));
  const begunAt = isContinued ? (own.begunAt ?? own.at) : now;
  const apart = [...left, ...others].filter((draft) => draft.tabId !== tabId || !text.startsWith(draft.text));
  const draft: SavedDraft = {
    state: 'typed',
    assistantId,
    tabId,
    text,
    at: now,
    ...(begunAt < now ? { begunAt } : {}),
    ...(isCut ? { isCut: true } : {}),
    ...(container === undefined ? {} : { container }),
  };
  return [draft, ...mostUseful(apart, evidence)];
}

/** Limit for all drafts together, in UTF-8 bytes. With the browser's overhead per entry this stays below 2 MB. */
export const MAX_DRAFTS_BYTES = 1_900_000;
const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** Drops the oldest drafts, of any assistant, that do not fit, but none that waits. Returns the same object if all fit. */
export function withinBudget(drafts: readonly SavedDraft[]): readonly SavedDraft[] {
  const kept = new Set<SavedDraft>();
  let bytes = 0;
  const byRank = (one: SavedDraft, other: SavedDraft) =>
    Number(isWaiting(other)) - Number(isWaiting(one)) || other.at - one.at;
  for (const draft of drafts.toSorted(byRank)) {
    bytes += bytesOf(draft.text);
    if (bytes > MAX_DRAFTS_BYTES) break;
    kept.add(draft);
  }
  return kept.size === drafts.length ? drafts : drafts.filter((draft) => kept.has(draft));
}

/** The drafts that a tab may offer: its own, and those whose tab is closed, newest first. */
export function offerableIn(
  drafts: readonly SavedDraft[],
  tabId: number,
  openTabIds: readonly number[],
): { own: SavedDraft[]; orphans: SavedDraft[] } {
  return {
    own: drafts.filter((draft) => draft.tabId === tabId),
    orphans: drafts
      .filter((draft) => draft.tabId !== tabId && !openTabIds.includes(draft.tabId))
      .sort((a, b) => b.at - a.at),
  };
}

/**
 * The draft to offer in a tab: its own, preferably one that surely was not sent; otherwise the newest whose tab is
 * closed. Null if there is none.
 */
export function draftFor(
  drafts: readonly SavedDraft[],
  evidence: readonly EvidenceEvent[],
  tabId: number,
  openTabIds: readonly number[],
): SavedDraft | null {
  const { own, orphans } = offerableIn(drafts, tabId, openTabIds);
  return own.find((draft) => isUnsent(draft, evidence)) ?? own[0] ?? orphans[0] ?? null;
}

/** Two clicks on one button within this time count as one. */
const SECOND_PRESS_MS = 1_000;
/** A tab that takes longer to open has failed to. */
const OPENS_WITHIN_MS = 5_000;
const MAX_TRANSFERS = 10;
/**
 * Limit for all transfers together, in UTF-16 units; storage.session holds 10 MB, and a unit takes up to 3 bytes.
 * https://developer.chrome.com/docs/extensions/reference/api/storage
 */
const MAX_TEXT = 2_000_000;

/** The transfers that have not expired, oldest first. */
export function activeTransfers(transfers: readonly DraftTransfer[], now: number): DraftTransfer[] {
  return transfers.filter((one) =>
    one.text === '' ? Math.abs(now - one.startedAt) <= SECOND_PRESS_MS : !isExpired(one, now),
  );
}

/** A transfer before it is stored. */
export type NewTransfer = Omit<DraftTransfer, 'id' | 'state'>;

/** A transfer that is started again. `double`: the same click, or its tab is being opened. `again`: it is still active. */
export type Repeated = { kind: 'double' } | { kind: 'again'; transfer: DraftTransfer };

/** The active transfer that this one would repeat, so that it opens no second tab; null if there is none. */
export function repeatedTransfer(active: readonly DraftTransfer[], next: NewTransfer): Repeated | null {
  const same = active.filter(
    (one) =>
      one.from === next.from &&
      one.to === next.to &&
      one.originTabId === next.originTabId &&
      one.isPrivate === next.isPrivate &&
      // A sample that is not pending has already lost its text.
      (one.text === next.text || next.from === 'sample'),
  );
  const isWithin = ({ startedAt }: DraftTransfer, ms: number) => Math.abs(next.startedAt - startedAt) <= ms;
  if (same.some((one) => isWithin(one, SECOND_PRESS_MS))) return { kind: 'double' };
  // Files that were added since then did not go along.
  const transfer = same.findLast((one) => !next.hasFiles || one.hasFiles);
  if (transfer === undefined || next.from === 'sample') return null;
  const isOpening = transfer.openedIn === undefined && isWithin(transfer, OPENS_WITHIN_MS);
  return isOpening ? { kind: 'double' } : { kind: 'again', transfer };
}

/**
 * Adds a transfer as the newest. The oldest are dropped if there are too many or too much text; the newest never is.
 */
export function withTransfer(
  transfers: readonly DraftTransfer[],
  next: NewTransfer,
): { transfers: DraftTransfer[]; id: number } {
  // Greater than every other id, and at least the time, so that the id of a removed transfer is not reused.
  const id = Math.max(next.startedAt, ...transfers.map((one) => one.id + 1));
  const all = [...transfers, { ...next, id, state: 'in_transit' as const }].slice(-MAX_TRANSFERS);
  const length = () => all.reduce((sum, { text }) => sum + text.length, 0);
  while (all.length > 1 && length() > MAX_TEXT) all.shift();
  return { transfers: all, id };
}

export function withoutTransfer(transfers: readonly DraftTransfer[], id: number): DraftTransfer[] {
  return transfers.filter((one) => one.id !== id);
}

/** Maximum number of waiting drafts, over all assistants. */
const MAX_WAITING = 5;

/** Adds a draft to those that wait, oldest first. What does not fit is refused: no other is dropped for it, and none is cut. */
export function withWaiting(
  waiting: readonly WaitingDraft[],
  { text, ...draft }: Omit<WaitingDraft, 'state'>,
): { waiting: readonly WaitingDraft[]; outcome: WaitOutcome } {
  if (text.trim() === '') return { waiting, outcome: 'empty' };
  if (waiting.some((one) => one.assistantId === draft.assistantId && one.text === text)) {
    return { waiting, outcome: 'kept' };
  }
  if (text.length > MAX_KEPT_CHARS) return { waiting, outcome: 'too_long' };
  const bytes = [...waiting, { text }].reduce((sum, one) => sum + bytesOf(one.text), 0);
  if (waiting.length >= MAX_WAITING || bytes > MAX_DRAFTS_BYTES) return { waiting, outcome: 'full' };
  return { waiting: [...waiting, { ...draft, text, state: 'waiting' }], outcome: 'kept' };
}

/** The drafts that wait now, oldest first; of one assistant, or of all with null. */
export function waitingOf(drafts: readonly SavedDraft[], id: AssistantId | null, now: number): WaitingDraft[] {
  return drafts
    .filter(isWaiting)
    .filter((draft) => (id === null || draft.assistantId === id) && !hasWaitedTooLong(draft, now))
    .sort((one, other) => one.at - other.at);
}

export const isSameDraftKey = (one: DraftKey, other: DraftKey): boolean =>
  one.assistantId === other.assistantId && one.tabId === other.tabId && one.at === other.at;
