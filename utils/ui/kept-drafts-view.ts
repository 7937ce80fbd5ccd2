import { clockTime } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import type { AssistantId } from '@/utils/model/assistant';
import type { KeptDrafts, SavedDraft } from '@/utils/model/drafts';
import type { EvidenceMemory } from '@/utils/model/evidence';
import { tidyDrafts } from '@/utils/rules/fallbacks/drafts';
import { assistantOf } from '@/utils/ui/page-registry';
import { type Timed, timed } from './text';

/** What is kept of what was typed, and what was met since: it tells which of it was sent. */
export interface KeptMemory {
  drafts: KeptDrafts;
  events: EvidenceMemory['events'];
}

export const NOTHING_KEPT: KeptMemory = { drafts: {}, events: {} };

/** One draft that is kept on this device. Its text is copied, not shown. */
export interface KeptDraftView {
  key: string;
  assistantId: AssistantId;
  /** When it was last typed in: tells it apart from the others, epoch milliseconds. */
  at: number;
  /** "What you typed to Claude at 14:08 is kept." */
  said: Timed;
  text: string;
  copy: string;
  discard: string;
  /** For whoever does not see what it stands beside. */
  discardFor: string;
}

/** What is kept now, the newest first: what was sent or is too old is not, even before the background has erased it. */
export function keptDraftsView({ drafts, events }: KeptMemory, speech: Speech): KeptDraftView[] {
  const { t, now } = speech;
  const all = (Object.entries(drafts) as [AssistantId, SavedDraft[]][]).flatMap(([id, some]) =>
    tidyDrafts(some, events[id] ?? [], now).map((draft) => ({ id, ...draft })),
  );
  return all
    .sort((a, b) => b.at - a.at)
    .map(({ id, text, at, isCut }) => {
      const { name } = assistantOf(id);
      const time = clockTime(at, speech);
      return {
        key: `${id} ${at}`,
        assistantId: id,
        at,
        said: timed([t('kept_said', name, time), isCut && t('kept_cut')].filter(Boolean).join(' '), at, speech),
        text,
        copy: t('popup_carried_copy'),
        discard: t('popup_carried_discard'),
        discardFor: t('kept_discard_for', name, time),
      };
    });
}
