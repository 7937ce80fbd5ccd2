import type { EvidenceKind, EvidenceSuspicion, PageSuspicion, Suspicion } from '@/utils/model/evidence';
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

const WHYS: Record<PageSuspicion['why'], MessageKey> = {
  names_nothing: 'suspicion_names_nothing',
  names_operational: 'suspicion_names_operational',
  information: 'suspicion_information',
};

function say(
  keys: Record<Told, MessageKey>,
  { what, isSilent, failed, of }: EvidenceSuspicion,
  { t, locale }: Speech,
): string {
  const number = new Intl.NumberFormat(locale);
  return t(keys[what === 'send' && isSilent ? 'silent' : what], number.format(failed), number.format(of));
}

/** "Possible trouble: 4 of your last 5 messages failed." Counts, and no more than they say. */
export function suspicionHeadline(suspicion: Suspicion, speech: Speech): string {
  return suspicion.source === 'page' ? speech.t('suspicion_incident') : say(HEADLINES, suspicion, speech);
}

/** "4 of your last 5 messages failed.", beside words that say already what that means. */
export function suspicionCount(suspicion: Suspicion, speech: Speech): string {
  return suspicion.source === 'page' ? speech.t('suspicion_incident_reported') : say(COUNTS, suspicion, speech);
}

/** "Possible issue with Claude: 4 of your last 5 messages failed." */
export function suspicionSentence(name: string, suspicion: Suspicion, { t, locale }: Speech): string {
  if (suspicion.source === 'page') return t('suspicion_named_incident', name);
  const { what, isSilent, failed, of } = suspicion;
  const number = new Intl.NumberFormat(locale);
  const kind = what === 'send' && isSilent ? 'silent' : what;
  return t(`suspicion_named_${kind}`, name, number.format(failed), number.format(of));
}

/** What the status page says meanwhile, and what Understudy does. */
export function evidenceDetail(name: string, level: Level, { t }: Speech): string {
  return t(level === 'unknown' ? 'suspicion_unread' : 'suspicion_silent', name);
}

/** What qualifies the headline: what the provider says meanwhile, or why an open incident is no certain outage. */
export function suspicionDetail(name: string, suspicion: Suspicion, level: Level, speech: Speech): string {
  return suspicion.source === 'page' ? speech.t(WHYS[suspicion.why], name) : evidenceDetail(name, level, speech);
}
