import { fallbackTarget } from '@/utils/assistants/fallback-target';
import { checkAdviceWords, findingWords, stepWords } from '@/utils/i18n/diagnosis-words';
import type { MessageKey, Speech } from '@/utils/i18n/speech';
import type { AssistantId } from '@/utils/model/assistant';
import {
  type Advice,
  type Answer,
  CHECK_STEPS,
  type CheckStep,
  type Findings,
  type SendsFinding,
} from '@/utils/model/diagnosis';
import type { FallbackId } from '@/utils/model/fallback';
import type { Check } from '@/utils/model/messages';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { Sign } from '@/utils/model/verdict';
import type { DiagnosisRow } from '@/utils/rules/evidence/diagnose';
import { rankFallbacks } from '@/utils/rules/fallbacks/rank-fallbacks';
import { allAssistants } from '@/utils/ui/page-registry';

/** One thing that is looked at. */
export interface CheckStepView {
  step: CheckStep;
  label: string;
  state: 'waiting' | 'running' | 'done';
  /** What was found, or that it is being looked at; null while it waits. */
  result: string | null;
  sign: Sign;
}

const OF_ANSWERS: Record<Answer, Sign> = {
  well: 'up',
  error: 'suspected',
  unexpected: 'unknown',
  none: 'offline',
  not_allowed: 'unknown',
  not_known: 'unknown',
};

const OF_SENDS: Record<SendsFinding['kind'], Sign> = {
  well: 'up',
  failed: 'suspected',
  cut: 'suspected',
  once: 'unknown',
  limited: 'degraded',
  refused: 'degraded',
  none: 'unknown',
};

function signOfProvider(provider: Findings['provider']): Sign {
  if (provider === null || provider.kind === 'unknown' || provider.level === 'unknown') return 'unknown';
  if (provider.kind === 'parts') return 'degraded';
  return provider.level === 'operational' ? 'up' : provider.level;
}

function signOfStep(step: CheckStep, { browser, sends, provider, ...answers }: Findings): Sign {
  switch (step) {
    case 'browser':
      return browser === 'online' ? 'up' : browser === 'offline' ? 'offline' : 'unknown';
    case 'sends':
      return sends === null ? 'unknown' : OF_SENDS[sends.kind];
    case 'provider':
      return signOfProvider(provider);
    default: {
      const answer = answers[step];
      return answer === null ? 'unknown' : OF_ANSWERS[answer];
    }
  }
}

/** The steps as they go. Once it is over, those that made no sense are left out. */
export function checkSteps(check: Check | null, host: string, speech: Speech): CheckStepView[] {
  if (check === null) return [];
  const { findings, running } = check;
  const isOver = running === null;
  return CHECK_STEPS.flatMap((step) => {
    const found = findingWords(step, findings, speech);
    if (isOver && found === null) return [];
    const isRunning = running === step;
    const result = isRunning ? speech.t('check_looking') : found;
    const state = isRunning ? 'running' : found === null ? 'waiting' : 'done';
    return [{ step, label: stepWords(step, host, speech), state, result, sign: signOfStep(step, findings) }];
  });
}

/** Somewhere to go on, as a link. */
export interface WayLink {
  fallbackId: FallbackId;
  /** "Continue in ChatGPT" */
  label: string;
}

/** What can be gone on with now and has a page, the person's first choice foremost. */
export function wayLinks(
  options: Options,
  except: AssistantId,
  status: Pick<Status, 'pages' | 'verdicts'>,
  speech: Speech,
): WayLink[] {
  const ids = rankFallbacks({
    plan: options,
    except,
    status,
    assistants: allAssistants(),
    localAnswers: {},
    now: speech.now,
  });
  return ids.flatMap((fallbackId) => {
    const { name, url } = fallbackTarget(fallbackId, options) ?? { name: '', url: null };
    return url === null ? [] : [{ fallbackId, label: speech.t('popup_continue_in', name) }];
  });
}

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
