import type { Experience } from '@/utils/model/history';
import type { Level } from '@/utils/model/level';
import type { IncidentPhase } from '@/utils/model/report';
import type { Verdict } from '@/utils/model/verdict';
import { duration } from './moments';
import type { MessageKey, Speech } from './speech';

/** Titles about partial failures; without advice, few users know what they mean for the next message. */
const ERROR_RATE = /\b(?:elevated|increased|higher|high)\b.*\berrors?\b|\berror rates?\b/i;

/** The phase is null if no incident is open; then only the level is known. */
function adviceKey(level: Level, phase: IncidentPhase | null, title: string): MessageKey | null {
  // A monitored fix changes what is worth trying, whatever the level.
  const isBad = level === 'partial_outage' || level === 'major_outage';
  if ((isBad || level === 'degraded') && phase === 'monitoring') return 'advice_monitoring';
  const isIdentified = phase === 'identified';
  switch (level) {
    case 'degraded':
      return ERROR_RATE.test(title) ? 'advice_error_rate' : 'advice_degraded';
    case 'partial_outage':
      return isIdentified ? 'advice_partial_identified' : 'advice_partial';
    case 'major_outage':
      return isIdentified ? 'advice_down_identified' : 'advice_down';
    default:
      return null;
  }
}

/** One line of advice that fits the verdict; null if there is none. */
export function adviceWords({ level, incidents: [leading] }: Verdict, { t }: Speech): string | null {
  const key = adviceKey(level, leading?.phase ?? null, leading?.title ?? '');
  return key === null ? null : t(key);
}

/** "The last 8 like it lasted 25 min as a rule, 2 h 10 min at most." Null if there were too few. */
export function experienceWords(lengths: Experience | null, speech: Speech): string | null {
  if (lengths === null) return null;
  const { count, medianMs, longestMs } = lengths;
  const number = new Intl.NumberFormat(speech.locale).format(count);
  return speech.t('advice_experience', number, duration(medianMs, speech), duration(longestMs, speech));
}
