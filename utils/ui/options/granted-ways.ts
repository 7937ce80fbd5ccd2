import { wayTarget } from '@/utils/assistants/way-target';
import { hasAccess } from '@/utils/browser/permissions';
import type { Options } from '@/utils/model/options';
import type { WayId } from '@/utils/model/way';
import { orderWays } from '@/utils/rules/order-ways';

/** The ways of the plan at which a draft may be filled in. */
export async function grantedWays(options: Options): Promise<WayId[]> {
  const ids = orderWays(options);
  const isGranted = await Promise.all(
    ids.map(async (id) => {
      const target = wayTarget(id, options.ownChats);
      return target !== null && target.url !== null && (await hasAccess(target.patterns));
    }),
  );
  return ids.filter((_, index) => isGranted[index]);
}
