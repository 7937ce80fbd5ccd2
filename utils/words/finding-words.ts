import type { Answer, CheckStep, Findings, MakerFinding, OTHER_SENDS, SendsFinding } from '@/utils/model/findings';
import { listWords } from './list-words';
import type { MessageKey, Speech } from './speech';
import { suspicionCount } from './suspicion-words';

const STEPS: Record<CheckStep, MessageKey> = {
  browser: 'check_step_browser',
  page: 'check_step_page',
  others: 'check_step_others',
  site: 'check_step_site',
  sends: 'check_step_sends',
  maker: 'check_step_maker',
};

const ANSWERS: Record<Answer, MessageKey> = {
  well: 'check_answer_well',
  sick: 'check_answer_sick',
  odd: 'check_answer_odd',
  none: 'check_answer_none',
  not_allowed: 'check_answer_not_allowed',
  not_known: 'check_answer_not_known',
};

const SENDS: Record<(typeof OTHER_SENDS)[number], MessageKey> = {
  well: 'check_sends_well',
  once: 'check_sends_once',
  limited: 'check_sends_limited',
  refused: 'check_sends_refused',
  none: 'check_sends_none',
};

function sendsWords(sends: SendsFinding, speech: Speech): string {
  return sends.suspicion === null ? speech.t(SENDS[sends.kind]) : suspicionCount(sends.suspicion, speech);
}

function makerWords({ kind, level, names }: MakerFinding, speech: Speech): string {
  const { t } = speech;
  const parts = listWords(names, 'conjunction', speech);
  switch (kind) {
    case 'well':
      return t('check_maker_well');
    case 'models':
      return t('check_maker_models', parts);
    case 'parts':
      return t('check_maker_parts', parts);
    case 'incident':
      return t('suspicion_incident_reported');
    case 'unknown':
      return t('check_maker_unknown');
    case 'trouble':
    case 'maintenance':
      return t(`level_${level}`);
  }
}

/** What a step looks at. `host` is that of the chat site. */
export function stepWords(step: CheckStep, host: string, { t }: Speech): string {
  return t(STEPS[step], host);
}

/** What a step found; null where nobody has looked. */
export function findingWords(step: CheckStep, findings: Findings, speech: Speech): string | null {
  const { browser, sends, maker } = findings;
  switch (step) {
    case 'browser':
      return browser === null ? null : speech.t(browser === 'online' ? 'check_online' : 'check_offline');
    case 'sends':
      return sends === null ? null : sendsWords(sends, speech);
    case 'maker':
      return maker === null ? null : makerWords(maker, speech);
    default: {
      const answer = findings[step];
      return answer === null ? null : speech.t(ANSWERS[answer]);
    }
  }
}
