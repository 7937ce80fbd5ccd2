import { assistantOf } from '@/utils/assistants/lookups';
import { clockTime, listWords } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import { lastingHeadline, reasonWords, startOf, subjectOf, suspicionSentence } from '@/utils/i18n/verdict-words';
import type { AssistantId } from '@/utils/model/assistant';
import type { Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import type { ToolbarView } from '@/utils/model/views';
import { badgeFor, behindSignIn } from '@/utils/rules/notifying/badge';

/** "Claude is partly down since 14:26." or "ChatGPT: unknown. The status page cannot be reached." */
function line(status: Status, verdict: Verdict, speech: Speech): string {
  const { name } = assistantOf(verdict.assistantId);
  if (verdict.suspicion !== null) return suspicionSentence(name, verdict.suspicion, speech);
  const start = startOf(verdict, status.episodes[verdict.assistantId] ?? null, speech.now);
  const sentence = lastingHeadline(subjectOf(name, verdict.onlyParts, speech), verdict.level, start, speech);
  const reason = reasonWords(verdict, speech);
  return reason === null ? sentence : `${sentence} ${reason}`;
}

/** The tooltip: which, since when, checked at what time. */
export function toolbarView(status: Status, watched: readonly AssistantId[], speech: Speech): ToolbarView {
  const { sign, troubleCount, verdicts, checkedAt } = badgeFor(status, watched, speech.now);
  const behind = behindSignIn(verdicts);
  const names = listWords(
    behind.map(({ assistantId }) => assistantOf(assistantId).name),
    'conjunction',
    speech,
  );
  const said = verdicts.filter((verdict) => !behind.includes(verdict));
  const lines = [
    speech.t('extension_short_name'),
    ...(status.isOnline ? [] : [speech.t('offline')]),
    ...(behind.length > 0 ? [speech.t('sign_in_answers', names)] : []),
    // Offline, nobody knows whether what was last read still holds: "offline" and "up" would contradict each other.
    ...(status.isOnline ? said : []).map((verdict) => line(status, verdict, speech)),
    checkedAt === null ? speech.t('checked_never') : speech.t('checked', clockTime(checkedAt, speech)),
  ];
  return { sign, troubleCount, title: lines.join('\n') };
}
