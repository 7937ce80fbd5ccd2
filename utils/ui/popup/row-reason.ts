import type { Verdict } from '@/utils/model/verdict';
import type { Speech } from '@/utils/words/speech';

/** Only what stops us from knowing: one try that failed while the reading is fresh is nobody's worry. */
export function reasonOf(verdict: Verdict, { t }: Speech): string | null {
  const reason = verdict.reason ?? (verdict.isStale ? verdict.failure : null);
  // "Not checked yet." stands beside it already.
  return reason === null || reason === 'not_read_yet' ? null : t(`reason_${reason}`);
}
