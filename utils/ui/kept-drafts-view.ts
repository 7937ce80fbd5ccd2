import { fallbackTarget } from '@/utils/assistants/lookups';
import type { Speech } from '@/utils/i18n/speech';
import type { AssistantId } from '@/utils/model/assistant';
import { isWaiting, type SavedDraft } from '@/utils/model/drafts';
import type { EvidenceMemory } from '@/utils/model/evidence';
import type { Options } from '@/utils/model/options';
import { truncate } from '@/utils/model/text';
import { bringsText, planTransfer, tidyDrafts, waitingOf } from '@/utils/rules/fallbacks/drafts';
import { assistantOf } from '@/utils/ui/page-registry';

/** The saved drafts, and the requests since then, which show which drafts were sent. */
export interface KeptMemory {
  drafts: readonly SavedDraft[];
  events: EvidenceMemory['events'];
}

export const NOTHING_KEPT: KeptMemory = { drafts: [], events: {} };

/** A draft that is saved on this device. */
export interface KeptDraftView {
  assistantId: AssistantId;
  tabId: number;
  /** The name of the assistant. */
  name: string;
  /** When it was last edited, epoch milliseconds. Tells apart the drafts of one assistant. */
  at: number;
  text: string;
  /** Whether the text was too long, so that only its beginning is saved. */
  isCut: boolean;
}

function viewOf({ assistantId, tabId, at, text, isCut }: SavedDraft): KeptDraftView {
  const { name } = assistantOf(assistantId);
  return { assistantId, tabId, name, at, text, isCut: isCut === true };
}

/** The autosaved drafts, newest first. Delivered and expired ones are hidden even before the worker deletes them. */
export function keptDraftsView({ drafts, events }: KeptMemory, { now }: Pick<Speech, 'now'>): KeptDraftView[] {
  return tidyDrafts(drafts, events, now)
    .filter((draft) => !isWaiting(draft))
    .sort((a, b) => b.at - a.at)
    .map(viewOf);
}

export interface WaitingDraftView extends KeptDraftView {
  /** The beginning of its first line. */
  firstWords: string;
  /** Whether it can be filled in. Otherwise the user copies it. */
  isFillable: boolean;
  /** Whether it can be filled in only while a tab of its container is open, so that copying is offered, too. */
  isContained: boolean;
}

const FIRST_WORDS_LENGTH = 60;

interface WaitingMemory {
  kept: Pick<KeptMemory, 'drafts'>;
  options: Options;
  /** The assistants whose chats are granted. */
  readable: readonly AssistantId[];
}

/** The drafts that wait, oldest first. */
export function waitingDraftsView(
  { kept: { drafts }, options, readable }: WaitingMemory,
  { now }: Pick<Speech, 'now'>,
): WaitingDraftView[] {
  return waitingOf(drafts, null, now).map((draft) => {
    const { assistantId: id, text } = draft;
    const [line = ''] = text.trim().split('\n', 1);
    const target = fallbackTarget(id, options);
    const plan = target && planTransfer({ target, text, isGranted: readable.includes(id), hasConversation: false });
    return {
      ...viewOf(draft),
      firstWords: truncate(line, FIRST_WORDS_LENGTH),
      isFillable: plan !== null && bringsText(plan),
      isContained: draft.container !== undefined,
    };
  });
}
