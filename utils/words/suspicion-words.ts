import type { Suspicion } from '@/utils/model/evidence';
import type { Verdict } from '@/utils/model/verdict';
import type { Speech } from './speech';

/** "Possible trouble: 4 of your last 5 messages failed." Counts, and no more than they say. */
export function suspicionHeadline({ what, failed, of }: Suspicion, { t, locale }: Speech): string {
  const number = new Intl.NumberFormat(locale);
  return what === 'page' ? t('suspicion_page') : t('suspicion_sends', number.format(failed), number.format(of));
}

/** "4 of your last 5 messages failed.", beside words that say already what that means. */
export function suspicionCount({ what, failed, of }: Suspicion, { t, locale }: Speech): string {
  const number = new Intl.NumberFormat(locale);
  return what === 'page' ? t('suspicion_closed') : t('suspicion_count', number.format(failed), number.format(of));
}

/** "Possible trouble with Claude: 4 of your last 5 messages failed." */
export function suspicionSentence(name: string, suspicion: Suspicion, speech: Speech): string {
  return speech.t('suspicion_named', name, suspicionCount(suspicion, speech));
}

/** What the makers say meanwhile, and what we do. */
export function suspicionDetail(name: string, verdict: Verdict, { t }: Speech): string {
  return t(verdict.level === 'unknown' ? 'suspicion_unread' : 'suspicion_silent', name);
}
