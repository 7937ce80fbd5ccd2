import type { AssistantId } from '@/utils/model/assistant';
import type { EvidenceMemory } from '@/utils/model/evidence';
import type { Status } from '@/utils/model/status';
import { digest } from './digest';
import { offerLost } from './keep-draft';
import { momentNow } from './moment';
import type { InTurn } from './one-at-a-time';
import type { Ports } from './ports';
import { payNotices, showAll } from './show';
import { watch } from './watch';

interface Taken {
  /** Of whom something new was met. */
  ids: AssistantId[];
  /** `begun`: one of them was not suspected before; `known`: all that are or were, had been; `none`: none is or was. */
  suspicion: 'none' | 'begun' | 'known';
}

const changed = (before: EvidenceMemory, after: EvidenceMemory, watched: readonly AssistantId[]): AssistantId[] =>
  watched.filter((id) => before.events[id] !== after.events[id]);

/** What is remembered, and what it makes possible, are read and written in one turn: stages of requests come fast. */
function remember(
  ports: Ports,
  step: (memory: EvidenceMemory, watched: readonly AssistantId[]) => EvidenceMemory,
): Promise<Taken> {
  return ports.inTurn(async () => {
    const [before, options] = await Promise.all([ports.readEvidence(), ports.readOptions()]);
    const after = step(before, options.watched);
    if (after === before) return { ids: [], suspicion: 'none' };
    await ports.writeEvidence(after);
    const ids = changed(before, after, options.watched);
    if (ids.length === 0) return { ids, suspicion: 'none' };
    const status = await ports.readStatus();
    const judged = digest(status, ids, options, await momentNow(ports));
    const isSuspected = ({ verdicts }: Status, id: AssistantId) => verdicts[id]?.suspicion != null;
    if (!ids.some((id) => isSuspected(status, id) || isSuspected(judged, id))) return { ids, suspicion: 'none' };
    // By assistant: that one was suspected before says nothing about another that is now.
    const hasBegun = ids.some((id) => isSuspected(judged, id) && !isSuspected(status, id));
    await ports.writeStatus(judged);
    return { ids, suspicion: hasBegun ? 'begun' : 'known' };
  });
}

/**
 * Takes in what became of requests in the person's own tabs. When that makes trouble possible, or no longer so, the
 * surfaces say it at once, and the page is looked at within its limits.
 */
export async function takeIn(
  ports: Ports,
  round: InTurn,
  step: (memory: EvidenceMemory, watched: readonly AssistantId[]) => EvidenceMemory,
): Promise<void> {
  const { ids, suspicion } = await remember(ports, step);
  // Drafts that cannot be read hide no trouble.
  await Promise.allSettled(ids.map((id) => offerLost(ports, id)));
  if (suspicion === 'none') return;
  await payNotices(ports);
  await showAll(ports);
  if (suspicion === 'begun') await round(() => watch(ports, 'woken'));
}
