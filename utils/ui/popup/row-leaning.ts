import { assistantOf } from '@/utils/assistants/everyone';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import { currentPageOf, type Status } from '@/utils/model/status';
import { leaningOf } from '@/utils/rules/leaning';
import type { Speech } from '@/utils/words/speech';

/** With the part that is leant on where the maker's own chat is not in trouble: nobody shall think that it is. */
function nameOf(id: AssistantId, { leansOn }: Assistant, status: Status): string {
  const maker = assistantOf(id);
  if (status.verdicts[id]?.kind === 'trouble') return maker.name;
  const used = leansOn.filter(({ assistantId }) => assistantId === id).flatMap(({ partIds }) => partIds);
  const part = currentPageOf(status, maker)?.features.find((feature) => used.includes(feature.id));
  return part === undefined ? maker.name : `${maker.name} (${part.name})`;
}

/** "It leans on Claude, which is partly down." Null where nobody whom it leans on is known to be in trouble. */
export function leaningWords(assistant: Assistant, status: Status, { t, now }: Speech): string | null {
  const leaning = leaningOf(assistant, status, now);
  if (leaning === null) return null;
  const name = nameOf(leaning.assistantId, assistant, status);
  if (leaning.level === 'major_outage') return t('leans_on_down', name);
  return t(leaning.level === 'partial_outage' ? 'leans_on_partly_down' : 'leans_on_degraded', name);
}
