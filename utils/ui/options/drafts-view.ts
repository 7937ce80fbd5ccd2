import type { EvidenceMemory } from '@/utils/model/evidence';
import type { KeptDrafts } from '@/utils/model/kept-draft';
import type { Options } from '@/utils/model/options';
import { type KeptDraftView, keptDraftsView } from '@/utils/ui/kept-drafts-view';
import type { Speech } from '@/utils/words/speech';

/** The section "Drafts" of the options page. */
export interface DraftsView {
  heading: string;
  keeping: { text: string; why: string; isOn: boolean };
  /** What it lacks; null where nothing is. */
  lack: string | null;
  kept: KeptDraftView[];
  nothing: string;
  eraseAll: string;
}

/** `hasSite`: whether any watched chat site is granted; without one nothing can be kept. */
export function draftsView(
  { keepsDrafts }: Options,
  drafts: KeptDrafts,
  evidence: EvidenceMemory,
  hasSite: boolean,
  speech: Speech,
): DraftsView {
  const { t } = speech;
  return {
    heading: t('drafts'),
    keeping: { text: t('popup_keeping'), why: t('popup_keeping_why'), isOn: keepsDrafts },
    lack: keepsDrafts && !hasSite ? t('needs_chat_site') : null,
    kept: keptDraftsView({ drafts, events: evidence.events }, speech),
    nothing: t('drafts_nothing'),
    eraseAll: t('drafts_erase_all'),
  };
}
