import { assistantOf, everyone } from '@/utils/assistants/everyone';
import { wayTarget } from '@/utils/assistants/way-target';
import type { AssistantId } from '@/utils/model/assistant';
import type { Alternative } from '@/utils/model/views';
import { wayOf } from '@/utils/model/way';
import { isAtOwnRisk, rankAlternatives } from '@/utils/rules/rank-alternatives';
import { wayNote } from '@/utils/words/way-words';
import { askLocalModels } from './ask-local-models';
import type { Ports } from './ports';
import { recall } from './recall';

/** What can be gone on with now, in finished words. Asks the programmes on this machine that the person named. */
export async function alternativesTo(ports: Ports, except: AssistantId): Promise<Alternative[]> {
  const [status, options] = await recall(ports);
  const { ownChats, signedIn, localModels } = options;
  const localAnswers = await askLocalModels(ports, localModels);
  const ids = rankAlternatives({
    plan: options,
    except,
    status,
    assistants: everyone(),
    localAnswers,
    now: ports.now(),
  });
  const found = ids.map(async (id): Promise<Alternative[]> => {
    const target = wayTarget(id, ownChats);
    if (target === null) return [];
    const way = wayOf(id);
    const isPasted = target.prefill === null && !(await ports.hasAccess(target.patterns));
    const isRisky = way.kind === 'assistant' && isAtOwnRisk(assistantOf(way.assistantId), status);
    const answer = way.kind === 'local' ? localAnswers[way.modelId] : undefined;
    return [
      {
        wayId: id,
        name: target.name,
        note: wayNote({ id, isPasted, signedIn, isAtOwnRisk: isRisky, answer }, ports.speech()),
      },
    ];
  });
  return (await Promise.all(found)).flat();
}
