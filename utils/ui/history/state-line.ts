import type { Speech } from '@/utils/i18n/speech';
import { headline, reasonWords, startOf, subjectOf } from '@/utils/i18n/verdict-words';
import type { Assistant } from '@/utils/model/assistant';
import { isTrouble } from '@/utils/model/level';
import type { Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';

/** "Claude: partial outage since 13:26 (6 min)"; an unknown status with its reason. */
export function stateLine(
  { id, name }: Pick<Assistant, 'id' | 'name'>,
  verdict: Verdict,
  status: Status,
  speech: Speech,
) {
  const { kind, level, onlyParts } = verdict;
  const basis = verdict.isByWholePage ? speech.t('by_whole_page') : null;
  if (kind === 'suspected') {
    const said = speech.t('history_labeled_value', name, speech.t('verdict_suspected'));
    return basis === null ? said : `${said}. ${basis}`;
  }
  const subject = isTrouble(level) ? subjectOf(name, onlyParts, speech) : name;
  const state = headline(subject, level, startOf(verdict, status.episodes[id] ?? null, speech.now), speech);
  const reason = level === 'unknown' ? reasonWords(verdict, speech) : null;
  return [state, reason, basis].filter(Boolean).join(' ');
}
