import type {
  Cause,
  CheckStep,
  Confidence,
  DiagnosisName,
  ErrorMeaning,
  Findings,
  MakerFinding,
  SendsFinding,
} from '@/utils/model/diagnosis';
import { listWords } from './moments';
import type { MessageKey, Speech } from './speech';
import { suspicionCount } from './verdict-words';

/** Certain diagnoses, and those that claim nothing, need no word on how certain they are. */
const SURENESS: Partial<Record<Confidence, MessageKey>> = {
  likely: 'check_sureness_likely',
  possible: 'check_sureness_possible',
};

/** Weak evidence names the assistant with a "may" only. */
function causeKey(cause: Cause, sureness: Confidence): MessageKey {
  return cause === 'maybe_them' && sureness === 'possible' ? 'check_cause_perhaps_them' : `check_cause_${cause}`;
}

export interface DiagnosisWords {
  /** "It seems to be Claude, not you." */
  headline: string;
  /** The reason. */
  why: string;
  /** "Likely, not certain." */
  sureness: string | null;
}

export function diagnosisWords(
  name: string,
  { name: row, cause, sureness }: { name: DiagnosisName; cause: Cause; sureness: Confidence },
  maker: MakerFinding | null,
  speech: Speech,
): DiagnosisWords {
  const { t } = speech;
  const parts = listWords(maker?.names ?? [], 'conjunction', speech);
  const key = SURENESS[sureness];
  return {
    headline: t(causeKey(cause, sureness), name),
    why: t(`check_why_${row}`, name, parts),
    sureness: key === undefined ? null : t(key),
  };
}

/** What an error message means; null where that is not known. */
export function meaningWords(meaning: ErrorMeaning | null, { t }: Speech): string {
  return t(meaning === null ? 'check_means_not_known' : `check_means_${meaning}`);
}

function sendsWords(sends: SendsFinding, speech: Speech): string {
  return sends.suspicion === null ? speech.t(`check_sends_${sends.kind}`) : suspicionCount(sends.suspicion, speech);
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

/** What a step found; null where it has not run. */
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
      return answer === null ? null : speech.t(`check_answer_${answer}`);
    }
  }
}
