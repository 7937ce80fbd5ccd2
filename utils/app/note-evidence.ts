import { assistantOf } from '@/utils/assistants/assistants';
import type { SeenRequest } from '@/utils/model/evidence';
import { classifyRequest } from '@/utils/rules/classify-request';
import { addEvidence } from '@/utils/rules/weigh-evidence';
import { digest } from './digest';
import { offerLost } from './keep-draft';
import { momentNow } from './moment';
import type { InTurn } from './one-at-a-time';
import type { Ports } from './ports';
import { showAll } from './show';
import { watch } from './watch';

/**
 * Notes what became of a request in the person's own tab, when it was a message or the chat itself. When that
 * makes trouble possible, or no longer so, the surfaces say it at once, and the page is looked at within its limits.
 */
export async function noteEvidence(ports: Ports, round: InTurn, request: SeenRequest): Promise<void> {
  const at = ports.now();
  const options = await ports.readOptions();
  const [found] = options.watched.flatMap((id) => {
    const event = classifyRequest(assistantOf(id), request, at);
    return event === null ? [] : [{ id, event }];
  });
  if (found === undefined) return;
  const { id, event } = found;
  const [before, after] = await ports.inTurn(async () => {
    const evidence = await ports.readEvidence();
    await ports.writeEvidence({ ...evidence, [id]: addEvidence(evidence[id] ?? [], event) });
    const status = await ports.readStatus();
    const judged = digest(status, [id], options, await momentNow(ports));
    const [was, is] = [status.verdicts[id]?.suspicion ?? null, judged.verdicts[id]?.suspicion ?? null];
    if (was !== null || is !== null) await ports.writeStatus(judged);
    return [was, is];
  });
  if (event.what === 'send' && event.outcome === 'failed') await offerLost(ports, id);
  if (before === null && after === null) return;
  await showAll(ports);
  if (before === null) await round(() => watch(ports, 'woken'));
}
