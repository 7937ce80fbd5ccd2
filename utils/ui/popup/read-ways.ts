import { wayTarget } from '@/utils/assistants/way-target';
import { hasAccess } from '@/utils/browser/permissions';
import { sendToBackground } from '@/utils/browser/send';
import type { Options } from '@/utils/model/options';
import type { WayId } from '@/utils/model/way';
import { orderWays } from '@/utils/rules/order-ways';
import type { WaysLearnt } from './popup-ways';

/** The ways of the plan on which a draft is pasted by hand: not granted, and with no address that fills it in. */
async function readPasted(options: Options): Promise<WayId[]> {
  const ids = orderWays(options);
  const pasted = ids.map(async (id) => {
    const target = wayTarget(id, options.ownChats);
    return target !== null && target.prefill === null && !(await hasAccess(target.patterns));
  });
  const isPasted = await Promise.all(pasted);
  return ids.filter((_, index) => isPasted[index]);
}

/** Learns about the ways of the plan what storage does not know, piece by piece: none waits for another. */
export async function readWays(options: Options, learn: (learnt: Partial<WaysLearnt>) => void): Promise<void> {
  const ids = options.localModels;
  const asked = ids.length === 0 ? Promise.resolve({}) : sendToBackground({ type: 'local-models', ids });
  await Promise.allSettled([
    readPasted(options).then((pasted) => learn({ pasted })),
    asked.then((localAnswers) => learn({ localAnswers })),
  ]);
}
