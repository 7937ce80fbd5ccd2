import { type AssistantId, isAssistantId } from '@/utils/model/assistant';
import type { Refusal } from '@/utils/model/conversation';
import type { DraftTransfer, WaitOutcome } from '@/utils/model/drafts';
import type { OpinionState } from '@/utils/model/opinion';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import type { PopupSurface } from '@/utils/model/views';
import { activeTransfers } from '@/utils/rules/fallbacks/drafts';
import { type KeptMemory, NOTHING_KEPT } from '@/utils/ui/kept-drafts-view';
import { verdictNow } from '@/utils/ui/verdict-now';
import { ACCESS_NOT_KNOWN, type PopupAccess } from './access';
import { type FallbackFindings, NOTHING_FOUND } from './fallbacks';

/** A part of the popup that can be opened. Closed parts are not rendered, to keep the first paint fast. */
export type PanelId = AssistantId;

/**
 * What a press of "Continue in …" is doing, as far as the user has to know. After a draft that can't be read, or files that
 * stay, the next press goes on without them.
 */
export type TransferState = { kind: 'idle' } | { kind: 'reading' } | { kind: 'refused'; why: Refusal };
export const IDLE_TRANSFER: TransferState = { kind: 'idle' };

/** What a press of "Copy this conversation" or "Save as Markdown" is doing, or came to. */
export type ConversationProgress = { kind: 'idle' } | { kind: 'reading' } | { kind: 'done'; said: string };
export const IDLE_CONVERSATION: ConversationProgress = { kind: 'idle' };

/** What a press of "Keep draft until … is back" came to, in a chat of this assistant. */
export interface KeepResult {
  id: AssistantId;
  outcome: WaitOutcome | 'draft_unreadable';
  /** Whether files lie beside the draft, which are not kept. */
  leavesFiles: boolean;
}

/** What the popup knows. */
export interface PopupData {
  /** False until status, options and permissions have been read. The page paints nothing before. */
  isLoaded: boolean;
  /** As stored: its verdicts date from the last round. */
  status: Status;
  options: Options;
  /** Whether an organization has set which components count. */
  arePartsPreset: boolean;
  access: PopupAccess;
  /** The draft transfers that are under way or pending. */
  transfers: readonly DraftTransfer[];
  /** The saved drafts. */
  kept: KeptMemory;
  /** Whether this is a private window; null until the browser has answered. */
  isPrivate: boolean | null;
  fallbacks: FallbackFindings;
  /** Whether the user dismissed the line that offers the banner. */
  isOfferDismissed: boolean;
  /** Where the page is shown. */
  surface: PopupSurface;
  /** The assistant whose chat is in the active tab; null where there is none or it is not known. */
  front: AssistantId | null;
  /** The assistants whose chats are granted. */
  readable: readonly AssistantId[];
  transferState: TransferState;
  /** Of the last press in the active tab; null until then. */
  keepResult: KeepResult | null;
  /** Of the last press in the active tab. */
  conversationProgress: ConversationProgress;
  /** What others say, by assistant; absent: not asked. */
  opinions: Partial<Record<AssistantId, OpinionState>>;
  /** The open parts. */
  opened: ReadonlySet<PanelId>;
  /** The last refresh that the user started. */
  refreshState: 'idle' | 'running' | 'failed';
  /** The last announcement about a refresh, for screen readers; visible after a failure. */
  announcement: string;
}

export const NOTHING_LOADED: PopupData = {
  isLoaded: false,
  status: EMPTY_STATUS,
  options: DEFAULT_OPTIONS,
  arePartsPreset: false,
  access: ACCESS_NOT_KNOWN,
  transfers: [],
  kept: NOTHING_KEPT,
  isPrivate: null,
  fallbacks: NOTHING_FOUND,
  isOfferDismissed: false,
  surface: 'popup',
  front: null,
  readable: [],
  transferState: IDLE_TRANSFER,
  keepResult: null,
  conversationProgress: IDLE_CONVERSATION,
  opinions: {},
  opened: new Set(),
  refreshState: 'idle',
  announcement: '',
};

/** The assistant of the active tab if its conversation can be read; null otherwise. */
export const readableChat = ({ front, readable }: Pick<PopupData, 'front' | 'readable'>): AssistantId | null =>
  front !== null && readable.includes(front) ? front : null;

/** The status with the verdicts of the watched assistants as they hold now, and these verdicts in the user's order. */
export function currentStatus(
  { status, options }: Pick<PopupData, 'status' | 'options'>,
  now: number,
): { status: Status; verdicts: Verdict[] } {
  const verdicts = options.watched.map((id) => verdictNow(status, id, now, options));
  const current = Object.fromEntries(verdicts.map((verdict) => [verdict.assistantId, verdict]));
  return { status: { ...status, verdicts: { ...status.verdicts, ...current } }, verdicts };
}

/** The transferred drafts that can be copied, newest first. Drafts of private windows are offered in private windows only. */
export function pendingDrafts(transfers: readonly DraftTransfer[], isPrivate: boolean, now: number): DraftTransfer[] {
  return activeTransfers(transfers, now)
    .filter((one) => one.from !== 'sample' && one.text !== '' && (isPrivate || !one.isPrivate))
    .reverse();
}

export function toggled(opened: ReadonlySet<PanelId>, id: PanelId): Set<PanelId> {
  const next = new Set(opened);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** What the popup shows, by the hash of its address. `check` without an assistant asks which one. */
export type PopupPlace = { at: 'list' } | { at: 'check'; assistantId: AssistantId | null };

export const LIST_HASH = '#list';

/** The hash of "Is it me?"; null: of the question which assistant is meant. */
export function checkHash(assistantId: AssistantId | null): string {
  return assistantId === null ? '#check' : `#check=${assistantId}`;
}

export function placeOf(hash: string): PopupPlace {
  const [name, value] = hash.split('=');
  if (name !== '#check') return { at: 'list' };
  return { at: 'check', assistantId: isAssistantId(value) ? value : null };
}

/** Selectors of the link that led from the list to a check, best first. None unless the user goes back to the list. */
export function linksBack(from: string, to: string): string[] {
  if (placeOf(from).at !== 'check' || placeOf(to).at !== 'list') return [];
  // From the footer, the user may have chosen another assistant than its link names.
  return [`a[href="${from}"]`, '.foot a[href^="#check"]'];
}

/** The assistant that "Is it me?" is about: the chat in the active tab, or the only watched one. Null if neither exists. */
export function assistantToCheck({ watched }: Options, front: AssistantId | null): AssistantId | null {
  const [first = null, ...others] = watched;
  return front ?? (others.length === 0 ? first : null);
}
