import { type Registry, registryOf } from '@/utils/assistants/lookups';
import { clockTime, listWords } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import { lastingHeadline, reasonWords, startOf, subjectOf, suspicionSentence } from '@/utils/i18n/verdict-words';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import type { ToolbarView } from '@/utils/model/views';
import { badgeFor, behindSignIn } from '@/utils/rules/notifying/badge';

/** "Claude is partly down since 14:26." or "ChatGPT: unknown. The status page cannot be reached." */
function line(status: Status, verdict: Verdict, registry: Registry, speech: Speech): string {
  const { name } = registry.get(verdict.assistantId);
  const basis = verdict.isByWholePage ? speech.t('by_whole_page') : null;
  if (verdict.suspicion !== null) {
    return [suspicionSentence(name, verdict.suspicion, speech), basis].filter(Boolean).join(' ');
  }
  const start = startOf(verdict, status.episodes[verdict.assistantId] ?? null, speech.now);
  const sentence = lastingHeadline(subjectOf(name, verdict.onlyParts, speech), verdict.level, start, speech);
  const reason = reasonWords(verdict, speech);
  return [sentence, reason, basis].filter(Boolean).join(' ');
}

/** The icon's sign and badge, and a tooltip that says which assistants, since when, and when they were checked. */
export function toolbarView(
  status: Status,
  options: Pick<Options, 'watched' | 'ownPages'>,
  speech: Speech,
): ToolbarView {
  const registry = registryOf(options);
  const { sign, troubleCount, verdicts, checkedAt } = badgeFor(status, options.watched, speech.now);
  const behind = behindSignIn(verdicts);
  const names = listWords(
    behind.map(({ assistantId }) => registry.get(assistantId).name),
    'conjunction',
    speech,
  );
  const said = verdicts.filter((verdict) => !behind.includes(verdict));
  const lines = [
    speech.t('extension_short_name'),
    ...(status.isOnline ? [] : [speech.t('offline')]),
    ...(behind.length > 0 ? [speech.t('sign_in_answers', names)] : []),
    // Offline, the last verdicts may no longer hold: "offline" and "up" would contradict each other.
    ...(status.isOnline ? said : []).map((verdict) => line(status, verdict, registry, speech)),
    checkedAt === null ? speech.t('checked_never') : speech.t('checked', clockTime(checkedAt, speech)),
  ];
  return { sign, troubleCount, title: lines.join('\n') };
}
