import type { EvidenceMemory } from '@/utils/model/evidence';
import type { Grants } from '@/utils/model/grants';
import type { Options } from '@/utils/model/options';
import type { Speech } from '@/utils/words/speech';
import { type EvidenceLogView, evidenceLog } from './evidence-log';

/** The section about failing messages of the options page. */
export interface NoticingView {
  heading: string;
  noticing: { text: string; why: string; isOn: boolean };
  /** What it lacks; null where nothing is. */
  lack: string | null;
  log: EvidenceLogView;
}

/** `hasSite`: whether any watched chat site is granted; without one nothing can be seen. */
export function noticingView(
  { watched }: Options,
  grants: Grants | null,
  evidence: EvidenceMemory,
  hasSite: boolean,
  speech: Speech,
): NoticingView {
  const { t } = speech;
  const isOn = grants?.hasEvidence === true;
  return {
    heading: t('noticing'),
    noticing: { text: t('popup_evidence'), why: t('popup_evidence_why'), isOn },
    lack: isOn && !hasSite ? t('needs_chat_site') : null,
    log: evidenceLog(evidence, watched, speech),
  };
}
