import { assistantOf } from '@/utils/assistants/assistants';
import { chatPatterns } from '@/utils/assistants/hosts';
import type { AssistantId } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { WatchedPage } from '@/utils/rules/plan-polls';
import type { Ports } from './ports';

/** What the plan needs to know of each page that is watched. */
export async function watchedPages(
  ports: Ports,
  status: Status,
  options: Options,
  asked: readonly AssistantId[],
): Promise<WatchedPage[]> {
  const patterns = options.watched.flatMap((id) => chatPatterns(assistantOf(id)));
  const open = new Set(await ports.openPatterns(patterns));
  return options.watched.map((id) => ({
    id,
    memory: status.pages[id],
    isInTrouble: status.verdicts[id]?.kind === 'trouble' || status.episodes[id] !== undefined,
    isChatOpen: chatPatterns(assistantOf(id)).some((pattern) => open.has(pattern)),
    isAsked: asked.includes(id),
  }));
}
