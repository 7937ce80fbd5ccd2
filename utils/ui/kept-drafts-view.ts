import { assistantOf } from '@/utils/assistants/lookups';
import { clockTime } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import type { AssistantId } from '@/utils/model/assistant';
import type { SavedDraft } from '@/utils/model/drafts';
import type { EvidenceMemory } from '@/utils/model/evidence';
import { tidyDrafts } from '@/utils/rules/fallbacks/drafts';
import { type Timed, timed } from './text';

/** The saved drafts, and the evidence that tells which of them were sent. */
export interface KeptMemory {
  drafts: readonly SavedDraft[];
  events: EvidenceMemory['events'];
}

export const NOTHING_KEPT: KeptMemory = { drafts: [], events: {} };

/** A saved draft in the popup and the settings. Its text is copied, never shown. */
export interface KeptDraftView {
  key: string;
  assistantId: AssistantId;
  /** When the draft last changed, epoch milliseconds. Identifies it among those of its assistant. */
  at: number;
  /** "What you typed to Claude at 14:08 is kept." */
  said: Timed;
  text: string;
  copy: string;
  discard: string;
  /** The accessible name of the discard button. */
  discardFor: string;
}

/** The saved drafts, newest first. Delivered and expired ones are hidden even before the background deletes them. */
export function keptDraftsView({ drafts, events }: KeptMemory, speech: Speech): KeptDraftView[] {
  const { t, now } = speech;
  return tidyDrafts(drafts, events, now)
    .sort((a, b) => b.at - a.at)
    .map(({ assistantId, text, at, isCut }) => {
      const { name } = assistantOf(assistantId);
      const time = clockTime(at, speech);
      return {
        key: `${assistantId} ${at}`,
        assistantId,
        at,
        said: timed([t('kept_said', name, time), isCut && t('kept_cut')].filter(Boolean).join(' '), at, speech),
        text,
        copy: t('popup_carried_copy'),
        discard: t('popup_carried_discard'),
        discardFor: t('kept_discard_for', name, time),
      };
    });
}
