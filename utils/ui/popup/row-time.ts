import { lengthShown } from '@/utils/model/length-shown';
import { lastedMsOf, type Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { type Timed, timed } from '@/utils/ui/timed';
import { clockTime, duration } from '@/utils/words/moments';
import type { Speech } from '@/utils/words/speech';
import { checkedWords, recoveredHeadline, startOf, subjectOf } from '@/utils/words/verdict-words';

/** How long the end of a trouble is still worth a word. */
const RECOVERY_SHOWN_FOR_MS = 60 * 60_000;

/** "Since 14:26 (47 min)", of trouble and of maintenance. */
export function sinceOf(status: Status, verdict: Verdict, speech: Speech): Timed | null {
  const isKnownMaintenance = verdict.kind === 'maintenance' && verdict.since !== null;
  if (verdict.kind !== 'trouble' && !isKnownMaintenance) return null;
  const start = startOf(verdict, status.episodes[verdict.assistantId] ?? null, speech.now);
  const key = start.isKnown ? 'popup_since_told' : 'popup_since_seen';
  return timed(
    speech.t(key, clockTime(start.at, speech), duration(lengthShown(start.at, speech.now), speech)),
    start.at,
    speech,
  );
}

/** A trouble that can no longer be read is neither called trouble any longer nor over: what was known stands beside. */
export function lastKnownOf(status: Status, verdict: Verdict, { t }: Speech): string | null {
  const episode = status.episodes[verdict.assistantId];
  if (episode === undefined || verdict.kind !== 'unknown') return null;
  return t('last_known', t(`level_${episode.level}`));
}

/** "Claude is back, after 1 h 12 min." Null when that is no news any more. */
export function recoveredOf(status: Status, verdict: Verdict, name: string, speech: Speech): string | null {
  const recovery = status.recoveries[verdict.assistantId];
  if (recovery === undefined || verdict.kind !== 'up') return null;
  if (!recovery.episode.isTold || speech.now - recovery.episode.lastReadAt > RECOVERY_SHOWN_FOR_MS) return null;
  return recoveredHeadline(subjectOf(name, recovery.episode.onlyParts, speech), lastedMsOf(recovery), speech);
}

/** When it was last read, or that it is up to date; the reason that it is not stands beside it. */
export function checkedOf(verdict: Verdict, reason: string | null, speech: Speech): Timed {
  const { checkedAt } = verdict;
  const isTold = reason !== null && checkedAt !== null;
  const text = isTold ? speech.t('popup_last_read', clockTime(checkedAt, speech)) : checkedWords(verdict, speech);
  return timed(text, checkedAt, speech);
}
