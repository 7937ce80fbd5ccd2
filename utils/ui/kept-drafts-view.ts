import type { Speech } from '@/utils/i18n/speech';
import type { AssistantId } from '@/utils/model/assistant';
import type { SavedDraft } from '@/utils/model/drafts';
import type { EvidenceMemory } from '@/utils/model/evidence';
import { tidyDrafts } from '@/utils/rules/fallbacks/drafts';
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
  /** The name of the assistant. */
  name: string;
  /** When it was last edited, epoch milliseconds. Tells apart the drafts of one assistant. */
  at: number;
  text: string;
  /** Whether the text was too long, so that only its beginning is saved. */
  isCut: boolean;
}

/** The saved drafts, newest first. Delivered and expired ones are hidden even before the worker deletes them. */
export function keptDraftsView({ drafts, events }: KeptMemory, { now }: Pick<Speech, 'now'>): KeptDraftView[] {
  return tidyDrafts(drafts, events, now)
    .sort((a, b) => b.at - a.at)
    .map(({ assistantId, at, text, isCut = false }) => {
      const { name } = assistantOf(assistantId);
      return { assistantId, name, at, text, isCut };
    });
}
