import { assistantOf } from '@/utils/assistants/assistants';
import type { AssistantId } from '@/utils/model/assistant';
import type { Level } from '@/utils/model/level';
import { type Sign, signOf } from '@/utils/model/sign';
import type { Status } from '@/utils/model/status';
import type { Verdict, VerdictKind } from '@/utils/model/verdict';
import { clockTime, duration } from '@/utils/words/moments';
import type { Speech } from '@/utils/words/speech';
import { checkedWords, recoveredHeadline, startOf } from '@/utils/words/verdict-words';
import { type PopupPost, popupPost } from './popup-post';
import { type Timed, timed } from './timed';

/** How long the end of a trouble is still worth a word. */
const RECOVERY_SHOWN_FOR_MS = 60 * 60_000;

/** One watched assistant, in finished sentences. */
export interface PopupRow {
  assistantId: AssistantId;
  name: string;
  kind: VerdictKind;
  level: Level;
  sign: Sign;
  levelWords: string;
  /** What is shown is what was known before the browser went offline. */
  isPast: boolean;
  since: Timed | null;
  /** Why it is unknown, or why the last reading is old. */
  reason: string | null;
  /** "Claude is back, after 1 h 12 min." */
  recovered: string | null;
  post: PopupPost | null;
  /** What else is open on the page, as titles. */
  also: { id: string; title: string; url: string }[];
  checked: Timed;
  source: { url: string; host: string };
}

function sinceOf(status: Status, verdict: Verdict, speech: Speech): Timed | null {
  const isKnownMaintenance = verdict.kind === 'maintenance' && verdict.since !== null;
  if (verdict.kind !== 'trouble' && !isKnownMaintenance) return null;
  const start = startOf(verdict, status.episodes[verdict.assistantId] ?? null, speech.now);
  const key = start.isKnown ? 'popup_since_told' : 'popup_since_seen';
  return timed(speech.t(key, clockTime(start.at, speech), duration(speech.now - start.at, speech)), start.at, speech);
}

/** Only what stops us from knowing: one try that failed while the reading is fresh is nobody's worry. */
function reasonOf(verdict: Verdict, { t }: Speech): string | null {
  const reason = verdict.reason ?? (verdict.isStale ? verdict.failure : null);
  // "Not checked yet." stands beside it already.
  return reason === null || reason === 'not_read_yet' ? null : t(`reason_${reason}`);
}

function recoveredOf(status: Status, verdict: Verdict, name: string, speech: Speech): string | null {
  const recovery = status.recoveries[verdict.assistantId];
  if (recovery === undefined || verdict.kind !== 'up') return null;
  if (speech.now - recovery.endedAt > RECOVERY_SHOWN_FOR_MS) return null;
  return recoveredHeadline(name, recovery.endedAt - recovery.episode.startedAt, speech);
}

function checkedOf(verdict: Verdict, reason: string | null, speech: Speech): Timed {
  const { checkedAt } = verdict;
  const isTold = reason !== null && checkedAt !== null;
  const text = isTold ? speech.t('popup_last_read', clockTime(checkedAt, speech)) : checkedWords(verdict, speech);
  return timed(text, checkedAt, speech);
}

export function popupRow(status: Status, verdict: Verdict, speech: Speech): PopupRow {
  const { id, name, maker, statusPage } = assistantOf(verdict.assistantId);
  const levelWords = speech.t(`level_${verdict.level}`);
  const isPast = !status.isOnline && verdict.kind !== 'unknown';
  const reason = reasonOf(verdict, speech);
  const also = [...verdict.incidents.slice(1), ...verdict.otherIncidents];
  return {
    assistantId: id,
    name,
    kind: verdict.kind,
    level: verdict.level,
    sign: signOf(verdict),
    levelWords: isPast ? speech.t('popup_last_known', levelWords) : levelWords,
    isPast,
    since: isPast ? null : sinceOf(status, verdict, speech),
    reason,
    recovered: isPast ? null : recoveredOf(status, verdict, name, speech),
    post: popupPost({ name, maker }, verdict, speech),
    also: also.map((incident) => ({ id: incident.id, title: incident.title, url: incident.url ?? statusPage.origin })),
    checked: checkedOf(verdict, reason, speech),
    source: { url: statusPage.origin, host: new URL(statusPage.origin).host },
  };
}
