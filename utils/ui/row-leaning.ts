import { assistantOf } from '@/utils/assistants/assistants';
import type { Assistant } from '@/utils/model/assistant';
import type { Status } from '@/utils/model/status';
import { leaningOf } from '@/utils/rules/leaning';
import type { Speech } from '@/utils/words/speech';

/** "It leans on Claude, which is partly down." Null where nobody whom it leans on is known to be in trouble. */
export function leaningWords(assistant: Assistant, status: Status, { t, now }: Speech): string | null {
  const leaning = leaningOf(assistant, status, now);
  if (leaning === null) return null;
  const { name } = assistantOf(leaning.assistantId);
  if (leaning.level === 'major_outage') return t('leans_on_down', name);
  return t(leaning.level === 'partial_outage' ? 'leans_on_partly_down' : 'leans_on_degraded', name);
}
