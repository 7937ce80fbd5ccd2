import type { Suspicion } from '@/utils/model/evidence';
import type { Verdict } from '@/utils/model/verdict';
import type { MessageKey, Speech } from './speech';

const headlineKey = ({ what, isSilent }: Suspicion): MessageKey =>
  what === 'page' ? 'suspicion_page' : isSilent ? 'suspicion_sends_silent' : 'suspicion_sends';

const countKey = ({ what, isSilent }: Suspicion): MessageKey =>
  what === 'page' ? 'suspicion_closed' : isSilent ? 'suspicion_count_silent' : 'suspicion_count';

function say(key: MessageKey, { failed, of }: Suspicion, { t, locale }: Speech): string {
  const number = new Intl.NumberFormat(locale);
  return t(key, number.format(failed), number.format(of));
}

/** "Possible trouble: 4 of your last 5 messages failed." Counts, and no more than they say. */
export function suspicionHeadline(suspicion: Suspicion, speech: Speech): string {
  return say(headlineKey(suspicion), suspicion, speech);
}

/** "4 of your last 5 messages failed.", beside words that say already what that means. */
export function suspicionCount(suspicion: Suspicion, speech: Speech): string {
  return say(countKey(suspicion), suspicion, speech);
}

/** "Possible trouble with Claude: 4 of your last 5 messages failed." */
export function suspicionSentence(name: string, suspicion: Suspicion, speech: Speech): string {
  return speech.t('suspicion_named', name, suspicionCount(suspicion, speech));
}

/** What the makers say meanwhile, and what we do. */
export function suspicionDetail(name: string, verdict: Verdict, { t }: Speech): string {
  return t(verdict.level === 'unknown' ? 'suspicion_unread' : 'suspicion_silent', name);
}
