import type { Advice } from '@/utils/model/diagnosis';
import type { DiagnosisRow } from '@/utils/rules/diagnosis-rows';
import { checkAdviceWords } from '@/utils/words/diagnosis-words';
import type { MessageKey, Speech } from '@/utils/words/speech';
import type { WayLink } from './way-links';

/** What a button beside an advice does. */
export type CheckDeed = 'reload' | 'reload_anyway' | 'sign_in' | 'allow_site' | 'await_recovery';

/** One thing that may help. */
export interface CheckAdvice {
  advice: Advice;
  text: string;
  /** Null where words must do. */
  deed: { kind: CheckDeed; label: string } | null;
  /** With whom to go on; empty for every other advice. */
  links: WayLink[];
}

const DEEDS: Partial<Record<Advice, { kind: CheckDeed; label: MessageKey }>> = {
  wait: { kind: 'await_recovery', label: 'check_do_await' },
  reload: { kind: 'reload', label: 'check_do_reload' },
  sign_in: { kind: 'sign_in', label: 'check_do_sign_in' },
  allow_site: { kind: 'allow_site', label: 'check_do_allow' },
};

export interface AdviceInput {
  row: DiagnosisRow;
  /** That of the chat site. */
  host: string;
  /** Deeds that can be done here and now. */
  deeds: ReadonlySet<CheckDeed>;
  ways: WayLink[];
  /** That they will be told when it is back, once they asked; null before. */
  awaited: string | null;
}

/** What is typed in the chat may not outlive a reload: that is said before, and done only when asked for again. */
function textAtRisk({ t }: Speech): CheckAdvice {
  const deed = { kind: 'reload_anyway', label: t('check_do_reload_anyway') } as const;
  return { advice: 'reload', text: t('check_reload_risk'), deed, links: [] };
}

/** What fits, in words, with what can be done at once. */
export function checkAdvice({ row, host, deeds, ways, awaited }: AdviceInput, speech: Speech): CheckAdvice[] {
  return row.advice.flatMap((advice): CheckAdvice[] => {
    // Where it was allowed meanwhile there is nothing left to ask for, and nobody is sent where nobody is.
    if (advice === 'allow_site' && !deeds.has('allow_site')) return [];
    if (advice === 'continue_elsewhere' && ways.length === 0) return [];
    if (advice === 'reload' && deeds.has('reload_anyway')) return [textAtRisk(speech)];
    if (advice === 'wait' && awaited !== null) return [{ advice, text: awaited, deed: null, links: [] }];
    const offer = DEEDS[advice];
    return [
      {
        advice,
        text: checkAdviceWords(advice, host, speech),
        deed:
          offer !== undefined && deeds.has(offer.kind)
            ? { kind: offer.kind, label: speech.t(offer.label, host) }
            : null,
        links: advice === 'continue_elsewhere' ? ways : [],
      },
    ];
  });
}
