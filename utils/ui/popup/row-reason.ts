import type { Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { mayHaveMoved } from '@/utils/rules/may-have-moved';
import { MAKER_NAMES } from '@/utils/ui/maker-names';
import type { Speech } from '@/utils/words/speech';

/** What answers at the address of a page that may have moved; null where that is not known, or not the reason. */
function detectedWords({ pages }: Pick<Status, 'pages'>, { assistantId }: Verdict, { t }: Speech): string | null {
  const { failure = null, detected = null } = pages[assistantId] ?? {};
  if (failure === null || detected === null || !mayHaveMoved(failure)) return null;
  return detected.platform === 'feed'
    ? t('reason_detected_feed')
    : t('reason_detected', MAKER_NAMES[detected.platform]);
}

/**
 * Why a verdict is unknown or stale; null where it is neither, or was never read ("Not checked yet." is shown then).
 * Header and row both take it from here, so that they give one reason. A single failed check of a fresh page is no reason.
 */
export function reasonOf(status: Pick<Status, 'pages'>, verdict: Verdict, speech: Speech): string | null {
  const reason = verdict.reason ?? (verdict.isStale ? verdict.failure : null);
  if (reason === null || reason === 'not_read_yet') return null;
  return detectedWords(status, verdict, speech) ?? speech.t(`reason_${reason}`);
}
