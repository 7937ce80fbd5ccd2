import type { EvidenceKind, Suspicion } from '@/utils/model/evidence';
import type { Level } from '@/utils/model/level';
import type { MessageKey, Speech } from './speech';

/** A message that only waited is told as that. */
type Told = EvidenceKind | 'silent';

const HEADLINES: Record<Told, MessageKey> = {
  send: 'suspicion_sends',
  silent: 'suspicion_sends_silent',
  page: 'suspicion_page',
  sign_in: 'suspicion_sign_ins',
};

const COUNTS: Record<Told, MessageKey> = {
  send: 'suspicion_count',
  silent: 'suspicion_count_silent',
  page: 'suspicion_closed',
  sign_in: 'suspicion_count_sign_ins',
};

function say(keys: Record<Told, MessageKey>, { what, isSilent, failed, of }: Suspicion, { t, locale }: Speech): string {
  const number = new Intl.NumberFormat(locale);
  return t(keys[what === 'send' && isSilent ? 'silent' : what], number.format(failed), number.format(of));
}

/** "Possible trouble: 4 of your last 5 messages failed." Counts, and no more than they say. */
export function suspicionHeadline(suspicion: Suspicion, speech: Speech): string {
  return say(HEADLINES, suspicion, speech);
}

/** "4 of your last 5 messages failed.", beside words that say already what that means. */
export function suspicionCount(suspicion: Suspicion, speech: Speech): string {
  return say(COUNTS, suspicion, speech);
}

/** "Possible issue with Claude: 4 of your last 5 messages failed." */
export function suspicionSentence(name: string, { what, isSilent, failed, of }: Suspicion, speech: Speech): string {
  const number = new Intl.NumberFormat(speech.locale);
  const kind = what === 'send' && isSilent ? 'silent' : what;
  return speech.t(`suspicion_named_${kind}`, name, number.format(failed), number.format(of));
}

/** What the makers say meanwhile, and what we do. */
export function suspicionDetail(name: string, level: Level, { t }: Speech): string {
  return t(level === 'unknown' ? 'suspicion_unread' : 'suspicion_silent', name);
}
